using System.Text;

namespace Slipway.Worker.Redaction;

/// <summary>
/// Masks secrets in texts that leave the worker. A secret of one to three characters is masked only where it stands alone, between
/// characters that are neither letters nor digits, because it would otherwise occur in many words. Default passwords that manuals
/// publish are not secrets.
/// </summary>
public sealed class Redactor
{
    /// <summary>The text that replaces a secret.</summary>
    public const string Mask = "***";

    private const int ShortestSearched = 4;

    /// <summary>The default passwords of debug keystores and of keystores that the JDK makes.</summary>
    private static readonly string[] WellKnown = ["android", "changeit"];

    private readonly SecretSearch _exact;
    private readonly SecretSearch _anyCase;
    private readonly SecretSearch _tokens;

    /// <summary>Creates a redactor for secrets.</summary>
    /// <param name="secrets">Passwords, tokens and other texts.</param>
    /// <param name="materials">Keystores, keys and other contents.</param>
    public Redactor(IEnumerable<string> secrets, IEnumerable<ReadOnlyMemory<byte>> materials)
    {
        // Logs show texts of several lines, such as keys in PEM, line by line.
        var texts = secrets.SelectMany(s => s.Split('\n').Select(line => line.Trim('\r')).Append(s))
            .Where(s => s.Trim().Length > 0 && !WellKnown.Contains(s)).Distinct(StringComparer.Ordinal).ToList();
        var contents = materials.ToList();
        var searched = texts.FindAll(s => s.Length >= ShortestSearched);
        _exact = new SecretSearch(searched.SelectMany(SecretForms.Exact).Concat(contents.SelectMany(SecretForms.Exact)), StringComparison.Ordinal);
        _anyCase = new SecretSearch(searched.SelectMany(SecretForms.AnyCase).Concat(contents.SelectMany(SecretForms.AnyCase)), StringComparison.OrdinalIgnoreCase);
        _tokens = new SecretSearch(texts.Where(s => s.Length < ShortestSearched), StringComparison.Ordinal);
    }

    /// <summary>Length of the longest form of a secret in characters.</summary>
    internal int Longest => Math.Max(_exact.Longest, Math.Max(_anyCase.Longest, _tokens.Longest == 0 ? 0 : _tokens.Longest + 2));

    /// <summary>Masks all secrets in a complete text.</summary>
    public string Redact(string text)
    {
        var covered = Find(text, from: 0);
        return covered is null ? text : Write(text, covered, 0, text.Length, isInside: false);
    }

    /// <summary>Returns which characters belong to secrets; null if none do.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Index at which the first secret may begin.</param>
    internal bool[]? Find(string text, int from)
    {
        bool[]? covered = null;
        _exact.Cover(text, ref covered, from);
        _anyCase.Cover(text, ref covered, from);
        _tokens.Cover(text, ref covered, from, standingAlone: true);
        return covered;
    }

    /// <summary>Copies a part of a text with one mask for each run of characters that belong to secrets.</summary>
    internal static string Write(string text, bool[] covered, int start, int end, bool isInside)
    {
        var result = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            if (!covered[i])
                result.Append(text[i]);
            else if (i > start ? !covered[i - 1] : !isInside)
                result.Append(Mask);
        }

        return result.ToString();
    }
}
