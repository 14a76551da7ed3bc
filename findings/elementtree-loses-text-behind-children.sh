#!/usr/bin/env bash
# elementtree 0.1.7, the XML library through which Cordova reads and writes config.xml,
# plugin.xml, AndroidManifest.xml and strings.xml.
#
# Guess:    it has ElementTree's model (text, children, tail), so a document that is parsed
#           and written keeps all of its text and loses only comments.
# Observed: the text after a child element is lost without an error, and so are comments and
#           processing instructions. `<string>Hello <b>big</b> world</string>`, an ordinary
#           styled Android string, comes back without " world".
# Why:      the parser stores that text as `tail` of the child, but the writer never writes it.
#           Text before the first child, CDATA and entities survive.
# So:       never compare the text of XML that passed through Cordova, and do not put styled
#           strings into a file that a plugin's <config-file> edits.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts elementtree@0.1.7 >/dev/null
cat >trip.js <<'JS'
const et = require('elementtree');
const trip = xml => et.parse(xml).write({ xml_declaration: false });
const cases = [
  ['<string>Hello <b>big</b> world</string>', '<string>Hello <b>big</b></string>'],
  ['<a>1<b/>2<c/>3</a>', '<a>1<b /><c /></a>'],
  ['<a><!-- why --><?pi x?><b/></a>', '<a><b /></a>'],
  // The control: text before children, CDATA and entities survive.
  ['<a>1 &lt; 2<![CDATA[ & 3]]><b/></a>', '<a>1 &lt; 2 &amp; 3<b /></a>'],
];
let wrong = et.parse(cases[0][0]).find('b').tail === ' world' ? 0 : 1;
for (const [xml, expected] of cases) {
  const got = trip(xml);
  console.log(`${got === expected ? 'as recorded' : 'CHANGED    '}  ${xml}\n        ->   ${got}`);
  if (got !== expected) wrong++;
}
console.log('elementtree', require('elementtree/package.json').version);
process.exit(wrong ? 1 : 0);
JS
node trip.js
