namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>An app of 300 MB: a long text that is deflated, and two films that are stored.</summary>
public sealed class LargeApp : IDisposable
{
    private const int Block = 1 << 20;

    private readonly TemporaryFolder _folder = new();

    public LargeApp()
    {
        _folder.Add("app/index.html", "<title>Large</title>");
        var random = new Random(1);
        var noise = new byte[Block];
        Write("text.json", 200, block => System.Text.Encoding.ASCII.GetBytes($"{{\"block\":{block},\"hex\":\"{Convert.ToHexString(Noise().AsSpan(0, Block / 2))}\"}}"));
        Write("film.mp4", 50, _ => Noise());
        Write("other film.mp4", 50, _ => Noise());

        byte[] Noise()
        {
            random.NextBytes(noise);
            return noise;
        }
    }

    public string Folder => _folder["app"];

    public void Dispose() => _folder.Dispose();

    private void Write(string name, int blocks, Func<int, byte[]> content)
    {
        using var file = File.Create(Path.Combine(Folder, name));
        for (var block = 0; block < blocks; block++)
            file.Write(content(block));
    }
}
