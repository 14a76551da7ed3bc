using System.Text.Json;
using System.Text.Unicode;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Configuration;

/// <summary>Reads JSON with comments and trailing commas, and records the line of each value. A repeated name is refused.</summary>
internal ref struct LocatedJsonReader
{
    private const int MostDepth = 16;
    private readonly ReadOnlySpan<byte> _content;
    private readonly string _file;
    private Utf8JsonReader _reader;
    private int _line;
    private int _counted;

    private LocatedJsonReader(ReadOnlySpan<byte> content, string file)
    {
        _content = content;
        (_file, _line) = (file, 1);
        _reader = new Utf8JsonReader(content,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MostDepth });
    }

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="ProblemException">The file is not JSON, or a name is repeated.</exception>
    public static LocatedJson Read(ReadOnlySpan<byte> content, string file)
    {
        if (content.StartsWith("\ufeff"u8))
            content = content[3..];
        if (!Utf8.IsValid(content))
            throw new ProblemException(GatewayProblems.ConfigurationUnreadable.At(file, "The file is not UTF-8."));
        var reader = new LocatedJsonReader(content, file);
        try
        {
            reader._reader.Read();
            var part = reader.Value("");
            reader._reader.Read();
            return part;
        }
        catch (JsonException e)
        {
            throw new ProblemException(GatewayProblems.ConfigurationUnreadable.At($"{file}:{e.LineNumber + 1}", Reason(e)), e);
        }
        catch (InvalidOperationException e)
        {
            // An escape sequence with one half of a surrogate pair.
            throw new ProblemException(GatewayProblems.ConfigurationUnreadable.At($"{file}:{reader.Line()}", "A string is not valid Unicode."), e);
        }
    }

    private LocatedJson Value(string path)
    {
        var line = Line();
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => new LocatedJson(JsonValueKind.Object, line, path) { Members = Members(path) },
            JsonTokenType.StartArray => new LocatedJson(JsonValueKind.Array, line, path) { Elements = Elements(path) },
            JsonTokenType.String => new LocatedJson(JsonValueKind.String, line, path) { Text = _reader.GetString()! },
            JsonTokenType.Number => new LocatedJson(JsonValueKind.Number, line, path) { Text = System.Text.Encoding.ASCII.GetString(_reader.ValueSpan) },
            JsonTokenType.True => new LocatedJson(JsonValueKind.True, line, path),
            JsonTokenType.False => new LocatedJson(JsonValueKind.False, line, path),
            _ => new LocatedJson(JsonValueKind.Null, line, path),
        };
    }

    private List<KeyValuePair<string, LocatedJson>> Members(string path)
    {
        var members = new List<KeyValuePair<string, LocatedJson>>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var name = _reader.GetString()!;
            var inside = path.Length == 0 ? name : $"{path}.{name}";
            if (members.Any(m => m.Key == name))
                throw new ProblemException(GatewayProblems.SettingRepeated.At($"{_file}:{Line()} {inside}", $"{inside} is repeated."));
            _reader.Read();
            members.Add(new(name, Value(inside)));
        }

        return members;
    }

    private List<LocatedJson> Elements(string path)
    {
        var elements = new List<LocatedJson>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
            elements.Add(Value($"{path}[{elements.Count}]"));
        return elements;
    }

    // The reader reports only its position in bytes, so lines are counted once from the start.
    private int Line()
    {
        var at = (int)_reader.TokenStartIndex;
        _line += _content[_counted..at].Count((byte)'\n');
        _counted = at;
        return _line;
    }

    // The library's message without the position, which the prefix states more precisely.
    private static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end > 0 ? e.Message[..end] : e.Message;
    }
}

/// <summary>A value of a JSON file with its position.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Path">Such as <c>allow[2].host</c>; empty for the whole file.</param>
internal sealed record LocatedJson(JsonValueKind Kind, int Line, string Path)
{
    /// <summary>The text of a string, or the digits of a number.</summary>
    public string Text { get; init; } = "";

    /// <summary>The members of an object, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, LocatedJson>> Members { get; init; } = [];

    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<LocatedJson> Elements { get; init; } = [];
}
