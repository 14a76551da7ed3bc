namespace Slipway.Protocol.Problems;

/// <summary>Problems of pages from which apps are installed.</summary>
public static class DeploymentProblems
{
    /// <summary>The address for installation cannot be used.</summary>
    public static ProblemKind AddressInvalid { get; } = new(
        "SLW-DPL-40001",
        "The address for installation cannot be used",
        "Devices download an app and its manifest only over https, from a server whose certificate they trust. Give the URL of one folder, without a query, fragment or password.",
        "Give the address of the folder, for example https://apps.example.com/field-notes/.");

    /// <summary>The package cannot be installed from a page.</summary>
    public static ProblemKind NotOverTheAir { get; } = new(
        "SLW-DPL-40002",
        "The package cannot be installed from a page",
        "Only packages for listed devices (adhoc) and for a company (inhouse) can be installed over the air. A development package is installed over USB, a simulator package on a Mac.",
        "Build with --type adhoc or inhouse and a profile of that kind, or leave --install-url out.",
        Severity.Notice);

    internal static IReadOnlyList<ProblemKind> All { get; } = [AddressInvalid, NotOverTheAir];
}
