using System.Text;

namespace Slipway.Server.Description;

/// <summary>The operation id of a route that was given none: the method and the path in one word, such as <c>getBuildsKeyLog</c>.</summary>
internal static class OperationName
{
    private const string Common = "api/v1/";

    /// <summary>The id; different for different routes.</summary>
    public static string Of(string method, string path)
    {
        var name = new StringBuilder(method.ToLowerInvariant());
        var rest = path.TrimStart('/');
        if (rest.StartsWith(Common, StringComparison.Ordinal))
            rest = rest[Common.Length..];
        var upper = true;
        foreach (var character in rest)
        {
            if (char.IsAsciiLetterOrDigit(character))
                name.Append(upper ? char.ToUpperInvariant(character) : character);
            upper = !char.IsAsciiLetterOrDigit(character);
        }

        return name.ToString();
    }
}
