namespace Slipway.Worker.Sandbox;

/// <summary>A folder or file of the machine that is visible in the sandbox.</summary>
/// <param name="Source">Full path on the machine.</param>
/// <param name="Target">Full path in the sandbox.</param>
/// <param name="IsWritable">Whether the program may write to it.</param>
internal sealed record SandboxMount(string Source, string Target, bool IsWritable = false);
