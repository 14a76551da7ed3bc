namespace Slipway.Cli.Serving;

/// <summary>How <c>slipway worker</c> runs.</summary>
/// <param name="Service">Address of the service.</param>
/// <param name="TokenFile">File with the token; - for standard input.</param>
/// <param name="WorkFolder">Folder for files of apps and builds.</param>
internal sealed record WorkerSettings(Uri Service, string TokenFile, string WorkFolder)
{
    /// <summary>Builds that run at once.</summary>
    public required int Slots { get; init; }

    /// <summary>What people call the worker.</summary>
    public required string Name { get; init; }

    /// <summary>Does it build in a sandbox?</summary>
    public required bool Sandbox { get; init; }

    /// <summary>How long builds may still run after a signal to end.</summary>
    public required TimeSpan Drain { get; init; }

    /// <summary>Does the end of standard input mean what a signal means?</summary>
    public required bool WithParent { get; init; }

    /// <summary>Are events told as lines of JSON?</summary>
    public required bool Json { get; init; }
}
