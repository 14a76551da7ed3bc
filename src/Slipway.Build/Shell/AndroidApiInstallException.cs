namespace Slipway.Build.Shell;

/// <summary>Says that the platform's API signatures cannot be installed.</summary>
/// <param name="step">The step that failed.</param>
/// <param name="details">Message of the tool.</param>
public sealed class AndroidApiInstallException(string step, string details) : Exception($"The Android API signatures cannot be installed ({step}): {details}")
{
    /// <summary>The step that failed.</summary>
    public string Step { get; } = step;
}
