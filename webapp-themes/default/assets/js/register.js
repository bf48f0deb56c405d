// Comfort for the register form: the password is rated. The server decides.
const form = document.getElementById('register');

function strength(password, username) {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  const different = new Set(password).size;
  if (password.length < 8 || different < 5 || (username && password.toLowerCase().includes(username.toLowerCase()))) {
    return 1;
  }
  return Math.min(4, 1 + (password.length >= 16) + (password.length >= 12) + (kinds >= 2) + (kinds >= 3));
}

const password = document.getElementById('password');
password.addEventListener('input', () => {
  const level = password.value === '' ? 0 : strength(password.value, document.getElementById('username').value);
  document.getElementById('strength').hidden = level === 0;
  document.getElementById('strength-meter').value = level;
  document.getElementById('strength-text').textContent = level === 0 ? '' : form.dataset.strength.split('|')[level - 1];
});
