using System.Text;

namespace Slipway.Server.Description;

/// <summary>Makes the operation id of a route without a name from its method and path, such as <c>getBuildsKeyLog</c>.</summary>
internal static class OperationName
{
    private const string Common = "api/v1/";

    /// <summary>Returns the id as words, such as "Get build".</summary>
    public static string Sentence(string id)
    {
        var words = new StringBuilder();
        foreach (var character in id)
        {
            if (words.Length == 0)
                words.Append(char.ToUpperInvariant(character));
            else if (char.IsAsciiLetterUpper(character))
                words.Append(' ').Append(char.ToLowerInvariant(character));
            else
                words.Append(character == '_' ? ' ' : character);
        }

        return words.ToString();
    }

    /// <summary>Returns the section of the interface that a path belongs to, such as "Builds".</summary>
    public static string Area(string path)
    {
        var rest = path.TrimStart('/');
        if (!rest.StartsWith(Common, StringComparison.Ordinal))
            return rest.StartsWith("api/", StringComparison.Ordinal) ? "Native mobile builds" : "Service";
        var area = rest[Common.Length..].Split('/')[0];
        return area.Length == 0 ? "Service" : char.ToUpperInvariant(area[0]) + area[1..].Replace('-', ' ');
    }

    /// <summary>Returns the id, which is different for each route.</summary>
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
