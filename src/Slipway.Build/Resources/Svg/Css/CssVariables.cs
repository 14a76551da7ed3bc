namespace Slipway.Build.Resources.Svg.Css;

/// <summary>Replaces <c>var()</c> with the values of custom properties (https://www.w3.org/TR/css-variables-1/).</summary>
internal sealed class CssVariables(CssBudget budget)
{
    private const int MostNesting = 16;
    private const int MostLength = 1 << 16;

    /// <summary>Returns whether a value contains <c>var()</c>.</summary>
    public static bool IsUsed(string value) => value.Contains("var(", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns a value with every <c>var()</c> replaced; null when one has neither a value nor a fallback.</summary>
    public string? Resolve(string value, IReadOnlyDictionary<string, string> custom, int depth = 0)
    {
        budget.Spend((value.Length / 16) + 1);
        if (depth > MostNesting)
            return null;
        for (int start; (start = value.IndexOf("var(", StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var close = CssText.Find(value, start + 4, ")");
            var inner = value[(start + 4)..close];
            var comma = CssText.Find(inner, 0, ",");
            var replaced = custom.TryGetValue(inner[..comma].Trim(), out var found) ? Resolve(found, custom, depth + 1) : null;
            replaced ??= comma < inner.Length ? Resolve(inner[(comma + 1)..].Trim(), custom, depth + 1) : null;
            if (replaced is null || value.Length + replaced.Length > MostLength)
                return null;
            value = string.Concat(value.AsSpan(0, start), replaced, value.AsSpan(Math.Min(value.Length, close + 1)));
        }

        return value;
    }
}
