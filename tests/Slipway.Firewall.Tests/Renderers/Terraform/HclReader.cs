using System.Text.RegularExpressions;

namespace Slipway.Firewall.Tests.Renderers.Terraform;

/// <summary>
/// The part of the HashiCorp configuration language that files without expressions need, by
/// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md: attributes and blocks end with their line, texts have no escapes.
/// </summary>
internal sealed partial class HclReader
{
    private readonly List<string> _tokens;
    private int _at;

    private HclReader(string text) => _tokens = [.. Tokens(text)];

    public static HclBody Read(string text)
    {
        var reader = new HclReader(text);
        var body = reader.Body(end: null);
        return reader._at == reader._tokens.Count ? body : throw new FormatException("something after the end");
    }

    private static IEnumerable<string> Tokens(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var match = Token.Match(text, at);
            if (!match.Success || match.Index != at)
                throw new FormatException($"not a token: {text[at..Math.Min(text.Length, at + 20)]}");
            at += match.Length;
            if (!match.Groups["skip"].Success)
                yield return match.Value;
        }
    }

    private HclBody Body(string? end)
    {
        var body = new HclBody();
        while (true)
        {
            while (Peek == "\n")
                _at++;
            if (Peek == end)
                return body;
            var name = Identifier();
            if (Peek == "=")
            {
                _at++;
                if (!body.Attributes.TryAdd(name, Expression()))
                    throw new FormatException($"{name} twice");
            }
            else
            {
                var labels = new List<string>();
                while (Peek is { } label && label[0] == '"')
                    labels.Add(Next()[1..^1]);
                Expect("{");
                Expect("\n");
                body.Blocks.Add((name, labels, Body("}")));
                Expect("}");
            }

            Expect("\n");
        }
    }

    private object Expression()
    {
        switch (Next())
        {
            case "[":
                return List();
            case "{":
                Expect("\n");
                var members = Body("}");
                Expect("}");
                return members.Blocks.Count == 0 ? members.Attributes : throw new FormatException("a block in an object");
            case ['"', ..] text:
                return text[1..^1];
            case var number when long.TryParse(number, out var value):
                return value;
            case var word when IsIdentifier(word):
                while (Peek == ".")
                {
                    _at++;
                    word += "." + Identifier();
                }

                return new HclReference(word);
            case var other:
                throw new FormatException($"no expression: {other}");
        }
    }

    private List<object> List()
    {
        var items = new List<object>();
        while (true)
        {
            while (Peek == "\n")
                _at++;
            if (Peek == "]")
                break;
            items.Add(Expression());
            if (Peek == ",")
                _at++;
            else if (Peek != "]")
                throw new FormatException("no comma between items");
        }

        _at++;
        return items;
    }

    private string? Peek => _at < _tokens.Count ? _tokens[_at] : null;

    private string Next() => Peek is { } token ? _tokens[_at++] : throw new FormatException("the end is missing");

    private void Expect(string token)
    {
        if (Next() is var found && found != token)
            throw new FormatException($"{found} instead of {token}");
    }

    private string Identifier() => Next() is var word && IsIdentifier(word) ? word : throw new FormatException($"no name: {word}");

    private static bool IsIdentifier(string word) => char.IsAsciiLetter(word[0]) || word[0] == '_';

    [GeneratedRegex(@"(?<skip>[ ]+|\#[^\n]*)|[A-Za-z_][A-Za-z0-9_-]*|[0-9]+|""[^""\\$%\n]*""|[{}\[\]=,.\n]", RegexOptions.ExplicitCapture)]
    private static partial Regex Token { get; }
}
