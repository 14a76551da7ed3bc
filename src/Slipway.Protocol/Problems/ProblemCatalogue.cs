namespace Slipway.Protocol.Problems;

/// <summary>The catalogue of all problems that Slipway can report. The pages under docs/problems are generated from it.</summary>
public static class ProblemCatalogue
{
    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        .. new[]
        {
            AppProblems.All,
            AppleSigningProblems.All,
            ArchiveProblems.All,
            BackupProblems.All,
            ConfigurationProblems.All,
            CredentialProblems.All,
            DatabaseProblems.All,
            DeploymentProblems.All,
            DexProblems.All,
            DoctorProblems.All,
            EnvironmentProblems.All,
            FileProblems.All,
            FirewallProblems.All,
            GatewayProblems.All,
            GeneralProblems.All,
            HostingProblems.All,
            IconProblems.All,
            IosProblems.All,
            IpaProblems.All,
            KeyProblems.All,
            NetworkProblems.All,
            OutboundProblems.All,
            PreferenceProblems.All,
            RelayProblems.All,
            SandboxProblems.All,
            ServiceProblems.All,
            SigningProblems.All,
            BlobStoreProblems.All,
            ToolchainProblems.All,
            VaultProblems.All,
            WorkerProblems.All,
        }.SelectMany(area => area).OrderBy(kind => kind.Code, StringComparer.Ordinal),
    ];
}
