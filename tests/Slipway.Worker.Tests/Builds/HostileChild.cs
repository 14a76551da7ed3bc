using Slipway.Worker.Builds;
using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Tests.Builds;

/// <summary>A program in Python in the place of the build: it speaks the language of the pipe, and does what it wants to.</summary>
internal static class HostileChild
{
    private const string Language = """
        import base64, hashlib, json, os, struct, sys, time
        def say(**message):
            body = json.dumps(message).encode()
            sys.stdout.buffer.write(struct.pack('>I', len(body)) + body)
            sys.stdout.buffer.flush()
        def listen():
            head = sys.stdin.buffer.read(4)
            return json.loads(sys.stdin.buffer.read(struct.unpack('>I', head)[0])) if len(head) == 4 else sys.exit(0)
        def finish(name, content=b'PK', facts={}, **lies):
            path = order['out'] + '/' + name
            if content is not None:
                open(path, 'wb').write(content)
            artifact = dict(format='apk', fileName=name, size=len(content or b''), sha256=hashlib.sha256(content or b'').hexdigest())
            artifact.update(lies)
            said = dict(id='a.b', name='N', versionName='1', version='1', type='Debug', artifacts=[artifact], nativeInputs=['config.xml', '../x'], notices=[], timings={})
            said.update(facts)
            say(kind='finished', result=said)
            time.sleep(600)
        say(kind='ready')
        order = listen()['build']

        """;

    /// <summary>A program that gets its order and then does something.</summary>
    public static ChildProgram Of(string script) => new("/usr/bin/python3", ["-c", Language + script], [new SandboxMount("/usr/bin", "/usr/bin")]);

    /// <summary>A worker whose builds are this program.</summary>
    public static TestWorker Worker(string script, SandboxLimits? limits = null, bool isFiltered = true) =>
        new() { Child = Of(script), Limits = limits ?? new SandboxLimits(), IsFiltered = isFiltered };
}
