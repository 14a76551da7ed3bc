namespace Slipway.Worker.Sandbox;

/// <summary>A folder or file of the machine that is there inside, too.</summary>
/// <param name="Source">Full path outside.</param>
/// <param name="Target">Full path inside.</param>
/// <param name="IsWritable">Whether it may be changed from inside.</param>
internal sealed record SandboxMount(string Source, string Target, bool IsWritable = false);
