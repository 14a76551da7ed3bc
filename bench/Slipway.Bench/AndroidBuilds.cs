using System.Diagnostics;
using Slipway.Build;
using Slipway.Build.Plan;

namespace Slipway.Bench;

/// <summary>Whole builds of a web folder, beside a peer in the same minutes. The shell is cached, as the peer's DEX file is given.</summary>
internal static class AndroidBuilds
{
    /// <summary>Builds once, so that the shell is in the cache.</summary>
    public static void Prime(string folder, string work) => Build(folder, work);

    /// <summary>Takes turns: the peer, then ourselves with a cold cache, with one file changed, and with nothing changed.</summary>
    /// <param name="folder">The web folder.</param>
    /// <param name="work">Scratch folder of ours, primed.</param>
    /// <param name="peerScript">Makes the peer's build.</param>
    /// <param name="peerWork">The peer's scratch folder, prepared.</param>
    /// <param name="rounds">How many of each are measured.</param>
    public static void Compare(string folder, string work, string peerScript, string peerWork, int rounds)
    {
        var peer = new Samples("aapt2 + zip + zipalign + apksigner");
        var cold = new Samples("slipway, cold deflate cache");
        var one = new Samples("slipway, one file changed");
        var none = new Samples("slipway, nothing changed");
        var changing = Path.Combine(folder, "index.html");
        var original = File.ReadAllText(changing);
        for (var round = -2; round < rounds; round++)
        {
            var counted = round >= 0;
            Take(counted, peer, () => Run(peerScript, "build", peerWork));
            Forget(work);
            Take(counted, cold, () => Build(folder, work));
            File.WriteAllText(changing, $"{original}<!-- {round} -->");
            Take(counted, one, () => Build(folder, work));
            Take(counted, none, () => Build(folder, work));
        }

        File.WriteAllText(changing, original);
        Console.WriteLine("| build | median ms | least ms | faster |");
        Console.WriteLine("|---|---|---|---|");
        Console.WriteLine(peer.Row());
        foreach (var ours in new[] { cold, one, none })
            Console.WriteLine(ours.Row(peer));
    }

    private static void Take(bool counted, Samples samples, Action work)
    {
        if (counted)
            samples.Measure(work);
        else
            work();
    }

    // What is kept of web files goes; the compiled shell and the drawn icon stay, as the peer is given its own.
    private static void Forget(string work)
    {
        foreach (var kept in new[] { "deflate", "hashes" })
            Directory.Delete(Path.Combine(work, "cache", kept), recursive: true);
    }

    private static void Build(string folder, string work)
    {
        var environment = new BuildEnvironment(Path.Combine(work, "cache"), Path.Combine(work, "data"), DateTimeOffset.UtcNow);
        var request = new BuildRequest(folder, Path.Combine(work, "dist"), BuildType.Debug) { Id = "dev.slipway.bench", Name = "Bench" };
        Pipeline.Run(request, environment, new Silence(), CancellationToken.None);
    }

    private static void Run(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(script, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The peer ended with {process.ExitCode}.");
    }

    private sealed class Silence : IProgress<string>
    {
        public void Report(string value)
        {
        }
    }
}
