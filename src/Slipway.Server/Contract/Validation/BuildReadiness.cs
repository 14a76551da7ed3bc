using System.Data.Common;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Server.Contract.Configurations;
using Slipway.Server.Credentials;

namespace Slipway.Server.Contract.Validation;

/// <summary>Determines what an application still lacks before it can be built for a platform in an environment.</summary>
internal static class BuildReadiness
{
    /// <summary>Returns the problem of a missing configuration.</summary>
    public static Problem NotConfigured(MobilePlatform platform) => ServiceProblems.Invalid.At(
        "configuration", $"The application was not configured for {platform} in the environment.", $"Change its configuration for {platform} once; even an empty change makes one.");

    /// <summary>Returns what is missing, as sentences; empty if a build can start.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(DbConnection connection, ApplicationInEnvironment subject, MobilePlatform platform, BuildConfiguration? configuration)
    {
        if (configuration is null)
            return [NotConfigured(platform).Message];
        // These builds are signed with a key of the service, or not at all.
        if (configuration.BuildType is MobileBuildType.Debug or MobileBuildType.Simulator || (platform == MobilePlatform.Android && configuration.BuildType is null))
            return [];
        var missing = new List<string>();
        foreach (var kind in ConfiguredSigningCheck.KindsOf(platform))
        {
            if (!await HasAsync(connection, subject, configuration, kind))
                missing.Add($"There is no {kind} for the application in the environment.");
        }

        // Without a build type and without credentials, an app is built for the simulator.
        return configuration.BuildType is null && missing.Count == ConfiguredSigningCheck.KindsOf(platform).Count ? [] : missing;
    }

    private static async Task<bool> HasAsync(DbConnection connection, ApplicationInEnvironment subject, BuildConfiguration configuration, CredentialKind kind) =>
        configuration.Find(ConfiguredCredentials.FieldsOf(kind).Content) is not null
        || (await CredentialStore.ServingAsync(connection, null, subject.Organisation, kind, subject.Environment, subject.Application)).Count > 0;
}
