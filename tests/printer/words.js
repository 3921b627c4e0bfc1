// Are all texts of a draw list among the words that were read off the paper?
// Usage: node words.js LIST.txt READ.txt
'use strict';
const fs = require('fs');
const [listFile, readFile] = process.argv.slice(2);

// Dashes look alike; no-break spaces are spaces; a text may go on in the next line.
const plain = text => ` ${text.normalize('NFC').replace(/[–—·]/g, '-').replace(/\s+/g, ' ').trim()} `;

const read = plain(fs.readFileSync(readFile, 'utf8'));
const texts = fs.readFileSync(listFile, 'utf8').split('\n')
    .map(line => /^text [^"]*"(.*)" size /.exec(line)).filter(Boolean).map(found => found[1]);
const missing = texts.filter(text => !read.includes(plain(text)));
if (texts.length < 8) missing.push(`only ${texts.length} texts in the list`);
if (missing.length > 0) {
    console.error(`not read: ${missing.join(' | ')}\nread: ${read}`);
    process.exit(1);
}
console.log(`tesseract reads all ${texts.length} texts`);
