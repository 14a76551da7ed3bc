namespace Slipway.Build.Shell;

/// <summary>The platform's API signatures could not be fetched.</summary>
/// <param name="step">What was being done.</param>
/// <param name="details">What the tool said.</param>
public sealed class AndroidApiInstallException(string step, string details) : Exception($"The Android API signatures cannot be installed ({step}): {details}")
{
    /// <summary>What was being done.</summary>
    public string Step { get; } = step;
}
