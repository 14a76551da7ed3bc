using System.Text;
using static Slipway.Formats.CodeSignature.Reading.RequirementExpression;

namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>Writes conditions in the requirement language (developer.apple.com, TN3127 and "Code Signing Requirement Language").</summary>
internal static class RequirementText
{
    private const int OrLevel = 1;
    private const int AndLevel = 2;
    private const int NotLevel = 3;

    public static string Of(RequirementExpression expression) => Of(expression, 0);

    private static string Of(RequirementExpression expression, int level) => expression switch
    {
        Constant c => c.Value ? "always" : "never",
        Identifier i => $"identifier {Quote(i.Name)}",
        AppleAnchor a => a.IsGeneric ? "anchor apple generic" : "anchor apple",
        CertificateHash h => $"certificate {Certificate(h.Certificate)} = H\"{Convert.ToHexStringLower(h.Hash.Span)}\"",
        And a => Wrap($"{Of(a.Left, AndLevel)} and {Of(a.Right, AndLevel)}", level > AndLevel),
        Or o => Wrap($"{Of(o.Left, OrLevel)} or {Of(o.Right, OrLevel)}", level > OrLevel),
        Not n => $"! {Of(n.Inner, NotLevel)}",
        CdHash c => $"cdhash H\"{Convert.ToHexStringLower(c.Hash.Span)}\"",
        InfoKey k => $"info[{k.Key}]{Of(k.Match)}",
        RequirementExpression.Entitlement e => $"entitlement[{Quote(e.Key)}]{Of(e.Match)}",
        CertificateField f => $"certificate {Certificate(f.Certificate)}[{f.Field}]{Of(f.Match)}",
        CertificateExtension x => $"certificate {Certificate(x.Certificate)}[{(x.IsPolicy ? "policy" : "field")}.{x.Oid}]{Of(x.Match)}",
        Trusted t => t.Certificate is { } slot ? $"certificate {Certificate(slot)} trusted" : "anchor trusted",
        Unknown u => $"unknown 0x{u.Operation:x} H\"{Convert.ToHexStringLower(u.Rest.Span)}\"",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static string Of(RequirementMatch match) => match.Kind switch
    {
        RequirementMatchKind.Exists => " exists",
        RequirementMatchKind.Absent => " absent",
        RequirementMatchKind.Equal => $" = {Value(match)}",
        RequirementMatchKind.Contains => $" ~ {Value(match)}",
        RequirementMatchKind.BeginsWith => $" = {Value(match)}*",
        RequirementMatchKind.EndsWith => $" = *{Value(match)}",
        RequirementMatchKind.Less => $" < {Value(match)}",
        RequirementMatchKind.Greater => $" > {Value(match)}",
        RequirementMatchKind.LessOrEqual => $" <= {Value(match)}",
        RequirementMatchKind.GreaterOrEqual => $" >= {Value(match)}",
        _ => $" time-{(uint)match.Kind} H\"{Convert.ToHexStringLower(match.Value.Span)}\"",
    };

    private static string Certificate(int slot) => slot switch { 0 => "leaf", -1 => "root", _ => $"{slot}" };

    private static string Wrap(string text, bool isNeeded) => isNeeded ? $"({text})" : text;

    private static string Value(RequirementMatch match) => Quote(Encoding.UTF8.GetString(match.Value.Span));

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
