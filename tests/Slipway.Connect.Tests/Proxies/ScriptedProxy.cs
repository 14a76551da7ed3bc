using System.Text;

namespace Slipway.Connect.Tests.Proxies;

/// <summary>A connection to a proxy that has said all it will say, and keeps what it is told.</summary>
/// <param name="answers">What it says.</param>
internal sealed class ScriptedProxy(string answers) : MemoryStream(Encoding.Latin1.GetBytes(answers), writable: false)
{
    private readonly MemoryStream _told = new();

    public string Told => Encoding.Latin1.GetString(_told.ToArray());

    public string Rest => Encoding.Latin1.GetString(ToArray(), (int)Position, (int)(Length - Position));

    public override bool CanWrite => true;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => _told.WriteAsync(buffer, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        _told.Dispose();
        base.Dispose(disposing);
    }
}
