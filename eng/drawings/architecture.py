"""The drawings of ARCHITECTURE.md."""
from model import ALLOWED, NEUTRAL, REFUSED, SECRET, Card, Drawing, Link, Rule, Zone

ANDROID, IOS, BOTH, ASIDE = (0, 4.4), (4.7, 9.1), (0, 9.1), (10.0, 12)


def pair(name, android, ios):
    return [Card(name + "-android", ANDROID, "", "Android", android), Card(name + "-ios", IOS, "", "iOS", ios)]


def cache(name):
    return Card(name, ASIDE, "database", name, "cache", stacked=True)


STAGES = ["shell", "resources", "package", "sign"]

BUILD = Drawing(
    "docs/drawings/build.svg", "The way of a build",
    "A folder or zip of web files goes through six stages: Read and Plan once for all platforms, then Shell, Resources, Package and Sign for "
    "Android and for iOS. Plan opens keys and finds all errors of a user. Caches: hashes for Read, shells for Shell, drawn icons for Resources, "
    "deflated contents for Package. Keys see digests only. An APK and an IPA come out.",
    [[Card("input", BOTH, "folder", "folder or zip", "web files, settings, icons")],
     [Card("read", BOTH, "read", "1. Read", "Which kind of app is it, and what does it say about itself?"), cache("hashes")],
     [Card("plan", BOTH, "plan", "2. Plan", "Merges settings, opens keys, checks every rule. All errors of a user surface here."),
      Card("keys", ASIDE, "key", "keys", "opened", stacked=True)],
     pair("shell", "javac, lint of API levels, our DEX compiler", "clang, ld64.lld") + [cache("shells")],
     pair("resources", "manifest, resource table, icons of each density", "Info.plist, icons and names") + [cache("icons")],
     pair("package", "zip, deterministic and aligned", "zip, deterministic") + [cache("deflate")],
     pair("sign", "v2 and v3 blocks, v1 below API 24", "code signature with the seal of all files") + [Card("signer", ASIDE, "key", "keys", "digests only", stacked=True)],
     [Card("apk", ANDROID, "package", "package", ".apk"), Card("ipa", IOS, "package", "package", ".ipa")]],
    [Zone("3. Shell", 3, 3, BOTH), Zone("4. Resources", 4, 4, BOTH), Zone("5. Package", 5, 5, BOTH),
     Zone("6. Sign", 6, 6, BOTH)],
    [Link("input", "read", NEUTRAL, 0.5), Link("read", "plan", NEUTRAL, 0.5), Link("plan", "shell-android", NEUTRAL, 3.9), Link("plan", "shell-ios", NEUTRAL, 8.6)]
    + [Link(f"{a}-{platform}", f"{b}-{platform}", NEUTRAL, at) for a, b in zip(STAGES, STAGES[1:]) for platform, at in (("android", 3.9), ("ios", 8.6))]
    + [Link("sign-android", "apk", NEUTRAL, 3.9), Link("sign-ios", "ipa", NEUTRAL, 8.6)]
    + [Link(stage, it, NEUTRAL, both=both) for stage, it, both in (
        ("read", "hashes", True), ("shell-ios", "shells", True), ("resources-ios", "icons", True), ("package-ios", "deflate", True))]
    + [Link("keys", "plan", NEUTRAL), Link("sign-ios", "signer", NEUTRAL, both=True)], through=32)

SERVICE = Drawing(
    "docs/drawings/service.svg", "The service, its clients and its workers",
    "Clients and workers dial a CDN or reverse proxy on port 443, which passes requests to any number of servers. The servers share a database, "
    "which holds sealed secrets, and a store of files. A worker has the keys of the builds that it leases; the build runs in a locked-up child that has "
    "public halves of keys only and no network.",
    [[Card("device", (0, 4.4), "phone", "device", "installs from an address that is signed and expires"),
      Card("child", (6.1, 12), "sandbox", "child", "one build, then it ends", [
          Rule(ALLOWED, "files of one app"), Rule(ALLOWED, "public halves of keys"), Rule(REFUSED, "private keys, network")])],
     [Card("client", (0, 4.4), "laptop", "client", "command line, console, IDE"),
      Card("worker", (6.1, 12), "worker", "worker", "any number; dials out only", [
          Rule(SECRET, "keys of builds it leases"), Rule(REFUSED, "database, vault")])],
     [Card("edge", (0, 12), "edge", "CDN or reverse proxy", "one host name, port 443; ends TLS")],
     [Card("servers", (0, 12), "server", "any number of servers: slipway serve", "none knows anything that the others do not", [
         Rule(SECRET, "opens sealed keys with vault.key, for workers"), Rule(REFUSED, "archives of strangers: it opens none")])],
     [Card("database", (0, 5.8), "database", "database", "SQLite or PostgreSQL", [Rule(ALLOWED, "rows; keys sealed")]),
      Card("store", (6.2, 12), "store", "store of files", "a folder or S3", [Rule(ALLOWED, "contents by their hash")])]],
    [Zone("Clients", 0, 1, (0, 5)), Zone("Worker’s machine", 0, 1, (6.1, 12)), Zone("Sandbox: bubblewrap", 0, 0, (6.1, 12)), Zone("Service", 3, 4, title_at="right")],
    [Link("worker", "child", NEUTRAL, 6.6, "pipe: asks for shells,|signatures of hashes", both=True), Link("client", "edge", NEUTRAL, 0.5, "launches, files,|events"),
     Link("device", "edge", NEUTRAL, 4.75, elbow=True), Link("worker", "edge", NEUTRAL, 6.6, "claims, files, keys,|artifacts"),
     Link("edge", "servers", NEUTRAL, 0.5), Link("servers", "database", NEUTRAL, 0.5), Link("servers", "store", NEUTRAL, 6.7)],
    {SECRET: "private keys in clear", ALLOWED: "has", REFUSED: "does not have"})

DRAWINGS = [BUILD, SERVICE]
