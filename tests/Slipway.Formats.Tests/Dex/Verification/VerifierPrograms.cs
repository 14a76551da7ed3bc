using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Verification;

/// <summary>All programs of the rules, assembled by smali into one DEX, once.</summary>
public sealed class VerifierPrograms
{
    internal static readonly VerifierCase[] Cases = [.. TypeCases.All, .. ArrayAndFieldCases.All, .. CallCases.All, .. FlowCases.All];

    internal byte[] Dex { get; } = Smali.Assemble([.. SupportClasses.Smali, .. Cases.Select(rule => rule.Smali(true)), .. Cases.Select(rule => rule.Smali(false))]);
}
