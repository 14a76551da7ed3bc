using System.Text.RegularExpressions;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Server.Contract.Versions;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Configurations;

/// <summary>Validates the fields of a configuration.</summary>
internal sealed partial class ConfigurationRules(BuilderVersions catalogue)
{
    /// <summary>The name that stands for the newest version of the builder.</summary>
    public const string Latest = "latest";

    private const int LongestText = 1024;
    private const int LongestFile = 2 << 20;
    private const int LongestIdentifier = 155;

    /// <summary>Refuses invalid values.</summary>
    /// <exception cref="ProblemException">Lists every invalid value.</exception>
    public void Require(MobilePlatform platform, IReadOnlyDictionary<string, string?> patch)
    {
        var problems = patch.Where(change => change.Value is not null).Select(change => Check(platform, change.Key, change.Value!)).OfType<Problem>().ToList();
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    private Problem? Check(MobilePlatform platform, string field, string value)
    {
        if (ConfigurationFieldNames.Files.Contains(field))
            return CheckFile(field, value);
        if (value.Length > LongestText || value.Any(char.IsControl))
            return ServiceProblems.Invalid.At(field, $"The value has control characters, or more than {LongestText} characters.");
        return field switch
        {
            ConfigurationFieldNames.AppIdentifier => CheckIdentifier(platform, value),
            ConfigurationFieldNames.BuilderVersion => CheckVersion(value),
            _ => null,
        };
    }

    private static Problem? CheckFile(string field, string value) => value.Length <= LongestFile && Convert.TryFromBase64String(value, new byte[value.Length], out _)
        ? null
        : ServiceProblems.Invalid.At(field, $"The value is not base64, or longer than {LongestFile >> 20} MB.", "Encode the bytes of the file in base64, without line breaks or a prefix.");

    private static Problem? CheckIdentifier(MobilePlatform platform, string value)
    {
        var fits = value.Length <= LongestIdentifier && (platform == MobilePlatform.Android ? PackageName.IsMatch(value) : BundleIdentifier.IsMatch(value));
        return fits ? null : ServiceProblems.Invalid.At(ConfigurationFieldNames.AppIdentifier, $"'{value}' is not an identifier of an app.", "Use a name like org.example.app.");
    }

    private Problem? CheckVersion(string value)
    {
        if (value.Equals(Latest, StringComparison.OrdinalIgnoreCase))
            return null;
        var versions = string.Join(", ", catalogue.All.Where(v => catalogue.StateOf(v) != NativeBuilderVersionState.Obsolete).Select(v => v.Name));
        return catalogue.Find(value) is not { } version || catalogue.StateOf(version) == NativeBuilderVersionState.Obsolete
            ? ServiceProblems.Invalid.At(ConfigurationFieldNames.BuilderVersion, $"There is no version '{value}' of the builder that still builds.", $"Use one of {versions}, or {Latest}.")
            : null;
    }

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9_]*(\.[a-zA-Z][a-zA-Z0-9_]*)+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PackageName { get; }

    [GeneratedRegex(@"^[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex BundleIdentifier { get; }
}
