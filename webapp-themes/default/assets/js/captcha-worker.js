// Looks for the number whose SHA-256, behind the challenge's salt, is the challenge. Not by WebCrypto: that is missing where
// a shop is reached by http, and for messages this short each of its calls costs a visitor several times what a hash does,
// which a script of an attacker's would not pay.
const K = Uint32Array.from({ length: 64 }, (_, i) => root(prime(i), 1 / 3));
const START = Uint32Array.from({ length: 8 }, (_, i) => root(prime(i), 1 / 2));
const words = new Uint32Array(64);

function prime(n) {
  let found = -1;
  let candidate = 1;
  while (found < n) {
    candidate += 1;
    let divisor = 2;
    while (divisor * divisor <= candidate && candidate % divisor !== 0) {
      divisor += 1;
    }
    found += divisor * divisor > candidate ? 1 : 0;
  }
  return candidate;
}

// The first 32 bits of a root's fraction.
function root(number, power) {
  const value = number ** power;
  return Math.floor((value - Math.floor(value)) * 2 ** 32) >>> 0;
}

const turn = (x, n) => (x >>> n) | (x << (32 - n));

function compress(state, block, offset) {
  for (let i = 0; i < 16; i += 1) {
    const at = offset + 4 * i;
    words[i] = (block[at] << 24) | (block[at + 1] << 16) | (block[at + 2] << 8) | block[at + 3];
  }
  for (let i = 16; i < 64; i += 1) {
    const [x, y] = [words[i - 15], words[i - 2]];
    words[i] = words[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + words[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
  }
  let a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
  for (let i = 0; i < 64; i += 1) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + words[i]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

// What of the salt fills whole blocks is hashed once.
function search(salt, wanted, most) {
  const prefix = new TextEncoder().encode(salt);
  const whole = prefix.length - (prefix.length % 64);
  const begun = START.slice();
  for (let at = 0; at < whole; at += 64) {
    compress(begun, prefix, at);
  }
  const target = Uint32Array.from({ length: 8 }, (_, i) => parseInt(wanted.slice(8 * i, 8 * i + 8), 16));
  const tail = new Uint8Array(128);
  const state = new Uint32Array(8);
  for (let number = 0; number <= most; number += 1) {
    const digits = String(number);
    const length = prefix.length - whole + digits.length;
    const end = length + 9 > 64 ? 128 : 64;
    tail.fill(0);
    tail.set(prefix.subarray(whole));
    for (let i = 0; i < digits.length; i += 1) {
      tail[length - digits.length + i] = digits.charCodeAt(i);
    }
    tail[length] = 0x80;
    new DataView(tail.buffer).setUint32(end - 4, 8 * (whole + length));
    state.set(begun);
    for (let at = 0; at < end; at += 64) {
      compress(state, tail, at);
    }
    if (state[0] === target[0] && state.every((word, i) => word === target[i])) {
      return number;
    }
  }
  return null;
}

onmessage = (event) => postMessage(search(event.data.salt, event.data.challenge, event.data.maxnumber));
