// The captcha of a form. The kinds picture and slider work without this script, too; a proof of work is done by it.
// Other scripts talk to it by events: "dianpu:new-captcha" when an answer was refused, "dianpu:second-captcha" when the
// server asks for a slider as well, and on the form
// "dianpu:captcha-needed" before an answer is sent, whose detail.wait takes a promise to wait for.

// The server takes an answer for three minutes.
const LIFE = 165_000;

function showError(text) {
  document.getElementById('captcha-error').textContent = text;
}

function picture() {
  const image = document.getElementById('captcha-picture');
  const renew = () => {
    const address = new URL(image.src);
    address.searchParams.set('t', Date.now());
    image.src = address;
    document.getElementById('captcha').value = '';
  };
  document.getElementById('captcha-new').addEventListener('click', (event) => {
    event.preventDefault();
    renew();
    document.getElementById('captcha').focus();
  });
  return { renew };
}

function slider(box) {
  const stage = document.getElementById('captcha-stage');
  const handle = document.getElementById('captcha');
  const [scene, piece] = [new Image(), new Image()];
  [scene.alt, piece.alt, piece.className] = ['', '', 'slider-piece'];
  const follow = () => piece.style.setProperty('left', `${handle.value}px`);
  const renew = async () => {
    handle.value = 0;
    follow();
    try {
      const answer = await fetch(box.dataset.src, { cache: 'no-store' });
      const puzzle = await answer.json();
      [scene.src, piece.src] = [puzzle.picture, puzzle.piece];
      stage.replaceChildren(scene, piece);
    } catch {
      showError(box.dataset.failed);
    }
  };
  handle.addEventListener('input', follow);
  document.getElementById('captcha-new').addEventListener('click', (event) => {
    event.preventDefault();
    renew();
    handle.focus();
  });
  renew();
  return { renew };
}

function search(challenge, address) {
  const worker = new Worker(address);
  return new Promise((resolve, reject) => {
    worker.onmessage = (event) => (event.data === null ? reject(new Error('no number')) : resolve(event.data));
    worker.onerror = reject;
    worker.postMessage(challenge);
  }).finally(() => worker.terminate());
}

function work(box) {
  const form = box.closest('form');
  const answer = document.getElementById('captcha');
  const status = document.getElementById('captcha-state');
  let end = 0;
  let running = null;
  let passing = false;
  const say = (state) => {
    box.dataset.state = state;
    status.textContent = box.dataset[state];
  };
  const fresh = () => answer.value !== '' && Date.now() < end;
  const solve = async () => {
    say('busy');
    try {
      const asked = Date.now();
      const challenge = await (await fetch(box.dataset.src, { cache: 'no-store' })).json();
      const number = await search(challenge, box.dataset.worker);
      const { maxnumber, ...signed } = challenge;
      answer.value = btoa(JSON.stringify({ ...signed, number }));
      end = asked + LIFE;
      say('done');
    } catch {
      answer.value = '';
      say('failed');
    }
  };
  const ready = () => {
    if (fresh()) {
      return Promise.resolve();
    }
    running ??= solve().finally(() => { running = null; });
    return running;
  };
  const sending = async (event) => {
    // A form that asks for an SMS code has needed its captcha by then.
    if (passing || event.submitter?.value === 'new-captcha' || fresh() || document.getElementById('send-code')) {
      return;
    }
    event.preventDefault();
    await ready();
    // Without an answer, too: the server's page then says what is missing.
    passing = true;
    form.requestSubmit(event.submitter);
    passing = false;
  };
  // Whoever goes for the picture at once spares the work.
  const begin = (event) => {
    if (event.target.id !== 'captcha-other') {
      form.removeEventListener('focusin', begin);
      ready();
    }
  };
  const needed = (event) => event.detail.wait(ready());
  const stop = () => {
    form.removeEventListener('focusin', begin);
    form.removeEventListener('dianpu:captcha-needed', needed);
    form.removeEventListener('submit', sending);
  };
  form.addEventListener('focusin', begin);
  form.addEventListener('dianpu:captcha-needed', needed);
  form.addEventListener('submit', sending);
  box.hidden = false;
  say('idle');
  document.getElementById('captcha-other')?.addEventListener('click', () => {
    stop();
    box.replaceWith(document.getElementById('captcha-template').content.cloneNode(true));
    current = picture();
    document.getElementById('captcha').focus();
  });
  return {
    renew: () => {
      answer.value = '';
      ready();
    },
    stop,
  };
}

const sliderBox = document.getElementById('captcha-slider');
const workBox = document.getElementById('captcha-work');
let current = sliderBox ? slider(sliderBox)
  : workBox ? work(workBox)
    : document.getElementById('captcha-picture') ? picture() : null;
// Back from another page: what was answered is spent.
window.addEventListener('pageshow', (event) => event.persisted && current?.renew());
document.addEventListener('dianpu:new-captcha', () => current?.renew());
document.addEventListener('dianpu:second-captcha', () => {
  current?.stop?.();
  const second = document.getElementById('captcha-second').content.cloneNode(true);
  document.getElementById('captcha-place').replaceChildren(second);
  current = slider(document.getElementById('captcha-slider'));
});
