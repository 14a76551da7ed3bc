#!/usr/bin/env bash
# cordova-lib 13.0.0 with cordova-android 15.1.0, called from a program.
#
# Guess:    cordova.prepare() works on the project of the current folder, so a program that
#           prepares several projects changes into each by process.chdir().
# Observed: it works on the project of the variable PWD, which chdir does not change, and moves
#           the process there. It succeeds, but prepares the first project twice and the other never.
# Why:      the shell's PWD preserves the names of symbolic links, which the current folder does
#           not, so cordova-lib reads PWD first and does not compare the two.
# So:       set process.env.PWD along with process.chdir(), and check the result.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . cordova-lib@13.0.0 cordova-android@15.1.0 >/dev/null
for name in one two; do
    mkdir -p "$name/www"
    printf '<widget id="com.example.%s" version="1.0.0"><name>%s</name></widget>' "$name" "$name" >"$name/config.xml"
    echo '{"name":"x","version":"1.0.0"}' >"$name/package.json"
    ln -s "$dir/node_modules" "$name/node_modules"
done
cat >prepare.js <<'JS'
const fs = require('fs'), path = require('path');
const { cordova } = require('cordova-lib'), { ConfigParser } = require('cordova-common'), Api = require('cordova-android');
const [, , first, second, isTold] = process.argv;
(async () => {
  for (const folder of [first, second]) {
    fs.mkdirSync(path.join(folder, 'platforms'));
    await Api.createPlatform(path.join(folder, 'platforms/android'), new ConfigParser(path.join(folder, 'config.xml')), {});
  }
  process.env.PWD = first;
  process.chdir(second);
  if (isTold) process.env.PWD = second;
  await cordova.prepare({ platforms: ['android'] });
  const isPrepared = folder => fs.readFileSync(path.join(folder, 'platforms/android/app/src/main/res/xml/config.xml'), 'utf8').includes('com.example.');
  fs.writeFileSync(path.join(path.dirname(first), 'result'), `${isPrepared(first)} ${isPrepared(second)} ${path.basename(process.cwd())}`);
})();
JS
wrong=0
look() {
    rm -rf one/platforms two/platforms
    node prepare.js "$dir/one" "$dir/two" "$2" >/dev/null 2>&1
    if [[ $(<result) == "$3" ]]; then word='as recorded'; else word='CHANGED    ' wrong=1; fi
    printf '%s  %s: one, two prepared, folder of the process: %s\n' "$word" "$1" "$(<result)"
}
look 'chdir to two, PWD is one' '' 'true false one'
# The control: with both set, it is the other project.
look 'chdir to two, PWD is two' yes 'false true two'
exit "$wrong"
