// Comfort for every form that asks for a code by SMS: it is fetched without a reload, the wait is counted down.
// The server decides everything; without this script the same buttons submit the form.
const form = document.querySelector('form[data-purpose]');
const send = document.getElementById('send-code');
const status = document.getElementById('code-status');

function text(key, ...values) {
  return values.reduce((line, value, i) => line.replace(`{${i}}`, value), form.dataset[key]);
}

function showError(field, message) {
  const input = document.getElementById(field);
  const place = document.getElementById(`${field}-error`);
  if (!input || !place) {
    return showError('smsCode', message);
  }
  place.textContent = message;
  input.closest('.field').classList.toggle('field-bad', message !== '');
  if (message === '') {
    input.removeAttribute('aria-invalid');
  } else {
    input.setAttribute('aria-invalid', 'true');
  }
  return input;
}

// The fields that asking for a code is about, and so the only ones whose errors it may clear.
function clearErrors() {
  ['phone', 'captcha', 'smsCode'].filter((name) => document.getElementById(name)).forEach((name) => showError(name, ''));
}

function countDown(seconds) {
  const label = send.dataset.label;
  const end = Date.now() + seconds * 1000;
  send.disabled = true;
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left <= 0) {
      clearInterval(timer);
      send.disabled = false;
      send.textContent = label;
    } else {
      send.textContent = text('wait', left);
    }
  };
  const timer = setInterval(tick, 500);
  tick();
}

const FIELDS = { 'captcha-wrong': 'captcha', 'captcha-required': 'captcha', 'phone-invalid': 'phone' };

function refused(problem) {
  if (problem.code === 'captcha-second' && document.getElementById('captcha-second')) {
    document.dispatchEvent(new Event('dianpu:second-captcha'));
  }
  const field = problem.field || FIELDS[problem.code] || 'smsCode';
  showError(field, problem.detail || text('failed')).focus();
  if (problem.code === 'captcha-wrong' || problem.code === 'captcha-required') {
    document.dispatchEvent(new Event('dianpu:new-captcha'));
  }
  const byEmail = document.getElementById('by-email');
  if (byEmail) {
    byEmail.hidden = !problem.byEmail;
  }
  if (problem.retryAfter > 0 && problem.retryAfter <= 3600) {
    countDown(problem.retryAfter);
  }
}

function accepted(sent) {
  status.textContent = text('sent', Math.round(sent.validFor / 60));
  countDown(sent.resendAfter);
  document.getElementById('smsCode').focus();
}

// A proof of work may still be under way.
function captchaReady() {
  const waits = [];
  form.dispatchEvent(new CustomEvent('dianpu:captcha-needed', { detail: { wait: (promise) => waits.push(promise) } }));
  return Promise.all(waits);
}

async function sendCode() {
  clearErrors();
  send.disabled = true;
  status.textContent = text('sending');
  try {
    await captchaReady();
    const answer = await fetch('/api/v1/verifications', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json' },
      body: JSON.stringify({
        phone: document.getElementById('phone').value,
        purpose: form.dataset.purpose,
        captcha: document.getElementById('captcha')?.value ?? '',
      }),
    });
    const body = await answer.json();
    send.disabled = false;
    status.textContent = '';
    if (answer.ok) {
      accepted(body);
    } else {
      refused(body);
    }
  } catch {
    send.disabled = false;
    status.textContent = '';
    showError('smsCode', text('failed'));
  }
}

if (send) {
  send.dataset.label = send.textContent;
  send.addEventListener('click', (event) => {
    event.preventDefault();
    sendCode();
  });
}

// Once a wrong field is edited its error has had its say.
form.addEventListener('input', (event) => {
  if (event.target.id && document.getElementById(`${event.target.id}-error`)?.textContent) {
    showError(event.target.id, '');
  }
});
