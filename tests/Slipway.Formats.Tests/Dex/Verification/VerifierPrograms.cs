using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Verification;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Verification;

/// <summary>All programs of the rules, assembled by smali into one DEX and verified, once.</summary>
public sealed class VerifierPrograms
{
    internal static readonly VerifierCase[] Cases = [.. TypeCases.All, .. ArrayAndFieldCases.All, .. CallCases.All, .. FlowCases.All];

    private readonly DexFile _file;

    public VerifierPrograms()
    {
        Dex = Smali.Assemble([.. SupportClasses.Smali, .. Cases.Select(rule => rule.Smali(true)), .. Cases.Select(rule => rule.Smali(false))]);
        _file = DexReader.Read(Dex);
        Findings = DexVerifier.Verify(_file);
    }

    internal byte[] Dex { get; }

    internal IReadOnlyList<DexFinding> Findings { get; }

    internal IEnumerable<DexFinding> FindingsOf(string type) => Findings.Where(finding => finding.Type == type);

    /// <summary>Address of the marked instruction of a class; -1 when none is marked.</summary>
    internal int MarkedAddress(string type) =>
        _file.Classes.Single(candidate => candidate.Type == type).Methods
            .SelectMany(method => method.Code?.Instructions ?? [])
            .FirstOrDefault(instruction => instruction.Line == VerifierCase.MarkedLine)?.Address ?? -1;
}
