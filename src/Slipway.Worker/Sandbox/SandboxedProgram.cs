namespace Slipway.Worker.Sandbox;

/// <summary>What is to run locked up.</summary>
/// <param name="Path">The program, as it is called inside.</param>
/// <param name="Arguments">Its arguments; everybody on the machine can read them.</param>
internal sealed record SandboxedProgram(string Path, IReadOnlyList<string> Arguments)
{
    /// <summary>What it sees of the machine, beside the libraries of the system.</summary>
    public IReadOnlyList<SandboxMount> Mounts { get; init; } = [];

    /// <summary>Its whole environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What it may take.</summary>
    public SandboxLimits Limits { get; init; } = new();
}
