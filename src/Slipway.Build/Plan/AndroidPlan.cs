using System.Globalization;

namespace Slipway.Build.Plan;

/// <summary>Everything that decides the bytes of a package for Android.</summary>
public sealed record AndroidPlan : AppPlan
{
    /// <summary>Version that machines compare.</summary>
    public required int VersionCode { get; init; }

    /// <inheritdoc/>
    public override string Build => VersionCode.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lowest API level.</summary>
    public required int MinSdk { get; init; }

    /// <summary>API level whose behaviour the app expects.</summary>
    public required int TargetSdk { get; init; }

    /// <summary>Permissions that the app may ask for, beside the internet.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];
}
