using Slipway.Build;
using Slipway.Build.Plan;

namespace Slipway.Bench;

/// <summary>Whole builds of a web folder in a warm process, in turns with peers. The shell is cached, as the peers get theirs ready-made.</summary>
/// <param name="folder">The web folder.</param>
/// <param name="work">Our scratch folder.</param>
/// <param name="request">What to build from it.</param>
internal sealed class FolderBuilds(string folder, string work, BuildRequest request)
{
    private static readonly string[] KeptOfWebFiles = ["deflate", "hashes"];

    /// <summary>Builds once, so that the shell is in the cache.</summary>
    public void Prime() => Build();

    /// <summary>Takes turns: the peers, then ourselves with a cold cache, with one file changed, and with nothing changed.</summary>
    /// <param name="peers">Ratios are computed against the first one.</param>
    /// <param name="rounds">How many of each to measure.</param>
    public void Compare(IReadOnlyList<Peer> peers, int rounds)
    {
        var others = peers.Select(peer => new Samples(peer.Name)).ToList();
        var cold = new Samples("slipway, cold deflate cache");
        var one = new Samples("slipway, one file changed");
        var none = new Samples("slipway, nothing changed");
        var changing = Path.Combine(folder, "index.html");
        var original = File.ReadAllText(changing);
        for (var round = -2; round < rounds; round++)
        {
            var counted = round >= 0;
            for (var i = 0; i < peers.Count; i++)
                Take(counted, others[i], peers[i].Run);
            Forget();
            Take(counted, cold, Build);
            File.WriteAllText(changing, $"{original}<!-- {round} -->");
            Take(counted, one, Build);
            Take(counted, none, Build);
        }

        File.WriteAllText(changing, original);
        Console.WriteLine("| build | median ms | least ms | faster |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var peer in others)
            Console.WriteLine(peer.Row());
        foreach (var ours in new[] { cold, one, none })
            Console.WriteLine(ours.Row(others[0]));
    }

    private static void Take(bool counted, Samples samples, Action build)
    {
        if (counted)
            samples.Measure(build);
        else
            build();
    }

    // Deletes the caches of web files; the compiled shell and the drawn icon stay, as the peers get theirs ready-made.
    private void Forget()
    {
        foreach (var kept in KeptOfWebFiles.Select(name => Path.Combine(work, "cache", name)).Where(Directory.Exists))
            Directory.Delete(kept, recursive: true);
    }

    private void Build()
    {
        var environment = new BuildEnvironment(Path.Combine(work, "cache"), Path.Combine(work, "data"), DateTimeOffset.UtcNow);
        Pipeline.Run(request, environment, new Silence(), CancellationToken.None);
    }

    private sealed class Silence : IProgress<string>
    {
        public void Report(string value)
        {
        }
    }
}
