using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Android;

/// <summary>A permission is named in full, as a Java name with at least one dot: <c>android.permission.CAMERA</c>.</summary>
internal sealed class PermissionForm : IRule
{
    public IEnumerable<Problem> Check(AppDraft app) =>
        from change in app.ManifestChanges
        where change.Element.Name.LocalName.StartsWith("uses-permission", StringComparison.Ordinal)
        from attribute in change.Element.Attributes()
        where attribute.Name.LocalName == "name" && !IsFullName(attribute.Value.Trim().Replace("${applicationId}", "a.b", StringComparison.Ordinal))
        select ConfigurationProblems.Permission.At(change.Where, $"'{attribute.Value}' is not the full name of a permission.");

    private static bool IsFullName(string text)
    {
        var segments = text.Split('.');
        return text.Length <= 255 && segments.Length > 1 && segments.All(IsSegment);
    }

    private static bool IsSegment(string segment) =>
        segment.Length > 0 && !char.IsAsciiDigit(segment[0]) && segment.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
