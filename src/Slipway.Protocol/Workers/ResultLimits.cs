namespace Slipway.Protocol.Workers;

/// <summary>Limits of a build's result. The service refuses larger results, so the worker accepts none from a build.</summary>
public static class ResultLimits
{
    /// <summary>Maximum number of files.</summary>
    public const int Artifacts = 50;

    /// <summary>Maximum number of stages.</summary>
    public const int Timings = 100;

    /// <summary>Maximum number of native input files.</summary>
    public const int NativeInputs = 10_000;
}
