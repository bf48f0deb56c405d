// A new picture without losing what is in the form. Without this script the same button submits the form.
const picture = document.getElementById('captcha-picture');
const button = document.getElementById('captcha-new');

export function newPicture() {
  if (!picture) {
    return;
  }
  const address = new URL(picture.src);
  address.searchParams.set('t', Date.now());
  picture.src = address;
  const answer = document.getElementById('captcha');
  answer.value = '';
}

button?.addEventListener('click', (event) => {
  event.preventDefault();
  newPicture();
  document.getElementById('captcha').focus();
});
document.addEventListener('dianpu:new-captcha', newPicture);
