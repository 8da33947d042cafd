// Checks a block, or a transaction in it, from its bytes alone: ids, paths, signatures, and the chain of headers to one
// that this browser knew before. Nothing that the server says about them counts.
const PAGE = 200, KEPT = 1000, STORE = 'known-blocks';
const bytes = text => new TextEncoder().encode(text);
const hex = data => [...data].map(each => each.toString(16).padStart(2, '0')).join('');
const unhex = text => Uint8Array.from(text.match(/../g) ?? [], pair => parseInt(pair, 16));
const base64 = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
const join = (...parts) => Uint8Array.from(parts.flatMap(part => [...part]));
const sha = async data => new Uint8Array(await crypto.subtle.digest('SHA-256', data));

class Fault extends Error { constructor(key, ...args) { super(key); this.args = args; } }
const must = (holds, key, ...args) => { if (!holds) throw new Fault(key, ...args); };

// the one text that a value has (RFC 8785)
const canonical = value => value === null || typeof value !== 'object' ? JSON.stringify(value)
  : Array.isArray(value) ? `[${value.map(canonical).join()}]`
  : `{${Object.keys(value).sort().map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;

const read = text => {
  let value;
  try { value = JSON.parse(text); } catch { throw new Fault('form'); }
  must(canonical(value) === text, 'form');
  return value;
};

const ask = async path => {
  const answer = await fetch(path, { headers: { Accept: '*/*' }, redirect: 'error' });
  must(answer.ok, 'away', answer.status);
  return answer.text();
};

const rootFrom = async ({ index, size, beside }, leaf) => {
  must(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size, 'path');
  let hash = await sha(join([0], leaf)), place = index, used = 0;
  for (let last = size - 1; last > 0; last = Math.floor(last / 2), place = Math.floor(place / 2)) {
    if (place === last && last % 2 === 0) continue;
    must(used < beside.length, 'path');
    const other = unhex(beside[used++]);
    hash = await sha(place % 2 ? join([1], other, hash) : join([1], hash, other));
  }
  must(used === beside.length, 'path');
  return hash;
};

// undefined where this browser does not know the signature
const signed = async (key, signature, data) => {
  let known;
  try { known = await crypto.subtle.importKey('spki', base64(key), { name: 'Ed25519' }, false, ['verify']); }
  catch (unknown) { if (unknown.name === 'NotSupportedError') return undefined; return false; }
  return crypto.subtle.verify('Ed25519', known, base64(signature), data);
};

const headerOf = async ({ header, signature }) => ({ ...header, signature, hash: hex(await sha(bytes(canonical(header)))) });

const known = () => { try { return JSON.parse(localStorage.getItem(STORE)) ?? {}; } catch { return {}; } };
const forget = () => localStorage.removeItem(STORE);

/** Follows the headers from one block up to another; each must name the hash of the one before. */
async function walk(from, to, progress) {
  const headers = new Map();
  for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++) {
    const lines = (await ask(`/blocks/headers/${page}`)).split('\n').filter(line => line);
    for (let number = Math.max(from, page * PAGE); number <= Math.min(to, page * PAGE + PAGE - 1); number++) {
      must(lines[number - page * PAGE], 'gap', number);
      const header = await headerOf(read(lines[number - page * PAGE]));
      must(header.number === number, 'gap', number);
      const before = headers.get(number - 1);
      must(!before || before.hash === header.previousHash, 'chain', number);
      headers.set(number, header);
    }
    progress(Math.min(to, page * PAGE + PAGE - 1));
  }
  return headers;
}

/** Links blocks to what this browser knew, which it then knows up to the newest; the blocks' headers as the chain has them. */
async function link(numbers, newest, progress, say) {
  const { last, places = {} } = known();
  const anchors = Object.entries({ ...places, ...(last && { [last.number]: last.hash }) })
    .map(([number, hash]) => ({ number: Number(number), hash })).sort((a, b) => a.number - b.number);
  const end = Math.max(newest, last?.number ?? 0), found = new Map();
  const first = Math.min(...numbers);
  const spans = last && first <= last.number
    ? [[first, anchors.find(anchor => anchor.number >= first).number], ...numbers.filter(number => number <= last.number)
        .map(number => [number, anchors.find(anchor => anchor.number >= number).number]), [last.number, end]]
    : [[last?.number ?? first, end]];
  let steps = 0, met;
  for (const [from, to] of spans) {
    const headers = await walk(from, to, progress);
    for (const anchor of anchors) {
      if (!headers.has(anchor.number)) continue;
      must(headers.get(anchor.number).hash === anchor.hash, 'other', anchor.number, anchor.hash);
      met ??= anchor;
    }
    steps += headers.size;
    for (const [number, header] of headers) {
      if (number % KEPT === 0) places[number] = header.hash;
      if (numbers.includes(number) || number === end) found.set(number, header);
    }
  }
  localStorage.setItem(STORE, JSON.stringify({ last: { number: end, hash: found.get(end).hash }, places }));
  say('good', met ? 'chain' : 'first', steps, first, met?.number ?? end, met?.hash ?? found.get(end).hash);
  return found;
}

// on Fabric nobody signs this header: what the orderers sign is the channel's own block
const NO_KEY = `MCowBQYDK2VwAyEA${'A'.repeat(43)}=`;
const unsigned = header => header.signer === 'orderers' && header.signerKey === NO_KEY && header.signature === '';

/** The hash of a header of Fabric: over its number and two hashes, in DER. */
const channelHash = async (number, previous, data) => {
  const digits = BigInt(number).toString(16), even = digits.length % 2 ? `0${digits}` : digits;
  const whole = unhex(/^[89a-f]/.test(even) ? `00${even}` : even);
  const part = (tag, content) => join([tag, content.length], content);
  return hex(await sha(part(0x30, join(part(2, whole), part(4, unhex(previous)), part(4, unhex(data))))));
};

async function channel(header, said, left, say) {
  if (!said) return say('open', 'nochannel', header.number);
  const [of, number, previous, data, hash, named] = said.split(',');
  must(of === String(header.number) && await channelHash(number, previous, data) === hash, 'channel', number);
  say('good', 'channel', number, hash);
  must(!named || named === hash, 'next', Number(number) + 1, named);
  if (named) say('good', 'next', Number(number) + 1);
  say('open', left, number);
}

async function sealed(header, said, say) {
  if (unsigned(header)) return channel(header, said, 'orderers', say);
  // nobody's key is a point under which anybody finds a signature that fits
  const holds = header.signerKey !== NO_KEY && await signed(header.signerKey, header.signature, unhex(header.hash));
  must(holds !== false, 'seal', header.number);
  say(holds ? 'good' : 'open', holds ? 'seal' : 'noseal', header.number, header.signer, header.signerKey);
  // a block that a channel took over as it was signed
  if (said) await channel(header, said, 'adopted', say);
}

async function transaction(proof, id, header, say) {
  const { transaction: said, batch, block, path } = proof.proved;
  must(said?.id === id && hex(await sha(bytes(canonical(said.body)))) === id, 'id', id);
  say('good', 'id', id);
  const leaf = bytes(canonical({ batch, id, signature: said.signature.value }));
  must(hex(await rootFrom(path, leaf)) === header(block).transactionsRoot, 'leaf', block);
  say('good', 'leaf', path.index + 1, path.size, block, path.beside.length);
  const own = said.body.payload.publicKey, state = proof.signerKey;
  const member = state?.write.state.member;
  if (!member && !own) return say('open', 'nokey', said.body.signer);
  if (member) {
    must(state.write.key === `member/${said.body.signer}` && state.block <= block, 'key', said.body.signer);
    const written = bytes(canonical({ batch: state.batch, write: state.write }));
    must(hex(await rootFrom(state.path, written)) === header(state.block).changesRoot, 'key', said.body.signer);
  }
  const holds = await signed(member?.publicKey ?? own, said.signature.value,
    await rootFrom(said.signature.path, unhex(id)));
  must(holds !== false, 'signature', said.body.signer);
  say(holds ? 'good' : 'open', holds ? 'signature' : 'nosignature', said.body.signer, state?.block ?? block);
}

async function check(card, progress, say) {
  must(crypto.subtle, 'secure');
  const block = Number(card.dataset.block), id = card.dataset.transaction;
  const proof = id && read((await ask(`/transactions/${id}/proof`)).trim());
  must(!proof || proof.format === 'smartblocks-proof/1' && proof.proved.block === block, 'form');
  const numbers = [...new Set([block, ...(proof?.signerKey ? [proof.signerKey.block] : [])])].sort((a, b) => a - b);
  const chain = await link(numbers, Number(card.dataset.newest), progress, say);
  await sealed(chain.get(block), card.dataset.channel, say);
  if (proof) await transaction(proof, id, number => chain.get(number), say);
  must(card.dataset.hash === chain.get(block).hash, 'page', card.dataset.hash);
  say('open', 'others', Math.max(...chain.keys()), [...chain.values()].at(-1).hash);
  if (proof?.signerKey) say('open', 'replaced', proof.proved.transaction.body.signer, proof.signerKey.block, block);
  say('open', 'rules');
  return proof && JSON.stringify(proof.proved.transaction.body, null, 2);
}

// A hash or a key stands in lines of its own, where no full stop gets between it and its reader.
const LONG = /([0-9a-f]{64}|[0-9A-Za-z+/]{40,}=*)[.,]?/;
const alone = said => Object.assign(document.createElement('span'), { className: 'hash-full', textContent: said });

for (const card of document.querySelectorAll('[data-proof]')) {
  const part = name => card.querySelector(`[data-${name}]`);
  const words = (key, args) => part('words').content.querySelector(`[data-key="${key}"]`).textContent
    .replace(/\{(\d)\}/g, (whole, place) => args[place] ?? '');
  const say = (mood, key, ...args) => {
    const line = part('words').content.querySelector(`[data-line="${mood}"]`).cloneNode(true);
    line.querySelector('div').append(...words(`${mood}-${key}`, args).split(LONG).map((said, place) => place % 2 ? alone(said) : said));
    part('list').append(line);
  };
  part('run').hidden = part('forget').hidden = false;
  part('forget').addEventListener('click', () => { forget(); part('result').textContent = words('forgotten', []); });
  part('run').addEventListener('click', async () => {
    part('run').disabled = true;
    part('list').replaceChildren();
    part('said').hidden = true;
    card.dataset.proof = '';
    try {
      const said = await check(card, number => { part('result').textContent = words('progress', [number]); }, say);
      part('result').textContent = words('holds', []);
      card.dataset.proof = 'holds';
      if (said) { part('said').hidden = false; part('said').querySelector('.path').textContent = said; }
    } catch (fault) {
      const told = fault instanceof Fault;
      say('bad', told ? fault.message : 'form', ...(told ? fault.args : []));
      part('result').textContent = words(told && ['away', 'secure'].includes(fault.message) ? 'open' : 'fails', []);
      card.dataset.proof = 'fails';
    }
    part('run').disabled = false;
  });
}
