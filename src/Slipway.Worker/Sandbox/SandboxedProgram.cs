namespace Slipway.Worker.Sandbox;

/// <summary>A program to run in a sandbox.</summary>
/// <param name="Path">Path of the program inside the sandbox.</param>
/// <param name="Arguments">Its arguments; everybody on the machine can read them.</param>
internal sealed record SandboxedProgram(string Path, IReadOnlyList<string> Arguments)
{
    /// <summary>Folders and files of the machine that it sees, besides the libraries of the system.</summary>
    public IReadOnlyList<SandboxMount> Mounts { get; init; } = [];

    /// <summary>All its environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Its limits.</summary>
    public SandboxLimits Limits { get; init; } = new();
}
