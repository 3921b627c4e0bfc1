// A picture twice as large with a white border, as a scanner would see a ticket.
// Usage: node enlarge.js IN.png OUT.png
'use strict';
const fs = require('fs');
const { PNG } = require('pngjs');
const [from, to] = process.argv.slice(2);
const times = 2;
const border = 40;
const picture = PNG.sync.read(fs.readFileSync(from));
const large = new PNG({ width: picture.width * times + 2 * border, height: picture.height * times + 2 * border });
large.data.fill(255);
for (let y = 0; y < picture.height * times; ++y)
    for (let x = 0; x < picture.width * times; ++x) {
        const dot = picture.data[(Math.floor(y / times) * picture.width + Math.floor(x / times)) * 4];
        large.data.fill(dot, ((y + border) * large.width + x + border) * 4, ((y + border) * large.width + x + border) * 4 + 3);
    }
fs.writeFileSync(to, PNG.sync.write(large));
