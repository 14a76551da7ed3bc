using System.Diagnostics;
using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Tests.Sandbox;

/// <summary>
/// A sandbox in which the first program that is killed does not end, as one does not that waits for a disk which does not answer:
/// another process takes the signal.
/// </summary>
internal sealed class DeafSandbox : ISandbox, IDisposable
{
    private readonly NoSandbox _inner = new();
    private readonly Process _decoy = Process.Start(new ProcessStartInfo("sleep", "600") { UseShellExecute = false })!;
    private Process? _deaf;

    public ProcessStartInfo Command(SandboxedProgram program) => _inner.Command(program);

    public string PathInside(SandboxMount mount) => _inner.PathInside(mount);

    public IReadOnlyList<int> Roots(Process started)
    {
        _deaf ??= Process.GetProcessById(started.Id);
        return _deaf.Id == started.Id ? [_decoy.Id] : _inner.Roots(started);
    }

    /// <summary>Lets it end.</summary>
    public void Hear() => _deaf?.Kill();

    public void Dispose()
    {
        Hear();
        _deaf?.Dispose();
        _decoy.Kill();
        _decoy.Dispose();
    }
}
