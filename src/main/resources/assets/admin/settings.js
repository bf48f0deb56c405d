// Comfort for the settings form: variables by a click, a preview while typing, a word of warning before what was
// typed is lost. The page says the same without this script, as of the last time it was loaded.
const form = document.getElementById('settings-form');
const ONE_PART = 70;
const PART_OF_SEVERAL = 67;

function refresh(sms) {
  const text = sms.querySelector('textarea').value.trim();
  let filled = text;
  for (const chip of sms.querySelectorAll('.chip')) {
    filled = filled.replaceAll(chip.textContent.trim(), chip.dataset.sample);
  }
  const whole = sms.dataset.signature + filled;
  sms.querySelector('.sms-bubble').textContent = whole;
  sms.querySelector('.sms-length').textContent = whole.length;
  sms.querySelector('.sms-parts').textContent = whole.length <= ONE_PART ? 1 : Math.ceil(whole.length / PART_OF_SEVERAL);
  sms.querySelector('.sms-filing').textContent = sms.dataset.signature + text.replace(/\{\$[^}]*\}/g, '{变量}');
  sms.classList.toggle('sms-long', whole.length > ONE_PART);
}

for (const sms of document.querySelectorAll('.sms')) {
  sms.querySelector('textarea').addEventListener('input', () => refresh(sms));
  for (const chip of sms.querySelectorAll('.chip')) {
    chip.addEventListener('click', () => {
      const area = sms.querySelector('textarea');
      area.setRangeText(chip.textContent.trim(), area.selectionStart, area.selectionEnd, 'end');
      area.focus();
      area.dispatchEvent(new Event('input', {bubbles: true}));
    });
  }
  const copy = sms.querySelector('.copy');
  copy.hidden = !navigator.clipboard;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(sms.querySelector('.sms-filing').textContent);
    copy.querySelector('span').textContent = copy.dataset.done;
  });
}

// The form differs from what is saved: the test page uses what is saved.
let changed = document.getElementById('problems') !== null;
const unsaved = document.getElementById('unsaved');
function mark(now) {
  changed = now;
  if (unsaved) {
    unsaved.hidden = !now;
  }
}
mark(changed);
form?.addEventListener('input', () => mark(true));
form?.addEventListener('reset', () => setTimeout(() => {
  mark(false);
  document.querySelectorAll('.sms').forEach(refresh);
}));
form?.addEventListener('submit', () => mark(false));
window.addEventListener('beforeunload', (event) => {
  if (changed) {
    event.preventDefault();
  }
});
document.getElementById('problems')?.focus();
