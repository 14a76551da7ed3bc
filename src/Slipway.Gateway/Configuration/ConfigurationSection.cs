using System.Globalization;
using System.Text.Json;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Configuration;

/// <summary>An object of the configuration: gives its settings by name, and notes what is wrong with them instead of ending at the first.</summary>
/// <param name="file">Name of the file, for people.</param>
/// <param name="part">The object.</param>
/// <param name="problems">Where to note what is wrong.</param>
internal sealed class ConfigurationSection(string file, JsonPart part, List<Problem> problems)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Where it is, for people.</summary>
    public string Place => PlaceOf(part);

    /// <summary>A value as it is in the file; null when it is not there.</summary>
    public JsonPart? Find(string name)
    {
        _known.Add(name);
        return part.Members.FirstOrDefault(m => m.Key == name).Value;
    }

    /// <summary>Where a value is, for people.</summary>
    public string PlaceOf(JsonPart value) => value.Path.Length == 0 ? $"{file}:{value.Line}" : $"{file}:{value.Line} {value.Path}";

    /// <summary>A text that is not empty.</summary>
    public string? Text(string name) => Find(name) is { } value ? TextOf(value) : null;

    /// <summary>A text that a function understands; the function throws <see cref="FormatException"/> with the reason when it does not.</summary>
    public T? Parsed<T>(string name, Func<string, T> parse)
        where T : class => Find(name) is { } value ? ParsedOf(value, parse) : null;

    /// <summary>A list of texts that a function understands.</summary>
    public IReadOnlyList<T> ParsedList<T>(string name, Func<string, T> parse)
        where T : class =>
        Find(name) is not { } value ? []
        : Is(value, JsonValueKind.Array, "a list") ? [.. value.Elements.Select(e => ParsedOf(e, parse)).OfType<T>()]
        : [];

    /// <summary>A whole number.</summary>
    public int Number(string name, int least, int most, int otherwise)
    {
        if (Find(name) is not { } value)
            return otherwise;
        if (value.Kind == JsonValueKind.Number && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Refuse(value, $"It has to be a whole number from {least} to {most}.");
        return otherwise;
    }

    /// <summary>A yes or no.</summary>
    public bool Flag(string name, bool otherwise)
    {
        if (Find(name) is not { } value)
            return otherwise;
        if (value.Kind is JsonValueKind.True or JsonValueKind.False)
            return value.Kind == JsonValueKind.True;
        Refuse(value, $"It has to be true or false, and is {Name(value.Kind)}.");
        return otherwise;
    }

    /// <summary>An object inside.</summary>
    public ConfigurationSection? Section(string name) =>
        Find(name) is { } value && Is(value, JsonValueKind.Object, "an object") ? new ConfigurationSection(file, value, problems) : null;

    /// <summary>An object that is a part of this one.</summary>
    public ConfigurationSection Inside(JsonPart value) => new(file, value, problems);

    /// <summary>The text of a value; null when it is none, which is noted.</summary>
    public string? TextOf(JsonPart value)
    {
        if (!Is(value, JsonValueKind.String, "a text"))
            return null;
        if (value.Text.Length > 0)
            return value.Text;
        Refuse(value, "It is empty.");
        return null;
    }

    /// <summary>Is a value of a kind? It is noted when not.</summary>
    public bool Is(JsonPart value, JsonValueKind kind, string name)
    {
        if (value.Kind == kind)
            return true;
        Refuse(value, $"It has to be {name}, and is {Name(value.Kind)}.");
        return false;
    }

    /// <summary>Notes that a value cannot be used.</summary>
    public void Refuse(JsonPart value, string reason) => problems.Add(GatewayProblems.SettingInvalid.At(PlaceOf(value), reason));

    /// <summary>Notes that the object as a whole cannot be used.</summary>
    public void Refuse(string reason) => Refuse(part, reason);

    /// <summary>Notes every setting that nobody asked for.</summary>
    public void End()
    {
        foreach (var (name, value) in part.Members.Where(m => !_known.Contains(m.Key)))
        {
            var near = _known.Where(k => k.Equals(name, StringComparison.OrdinalIgnoreCase) || Distance(k, name) <= 2).MinBy(k => Distance(k, name));
            problems.Add(GatewayProblems.SettingUnknown.At(PlaceOf(value), near is null ? $"There is no setting {name} here; there are {string.Join(", ", _known)}." : $"There is no setting {name}; {near} may be meant."));
        }
    }

    private T? ParsedOf<T>(JsonPart value, Func<string, T> parse)
        where T : class
    {
        if (TextOf(value) is not { } text)
            return null;
        try
        {
            return parse(text);
        }
        catch (FormatException e)
        {
            Refuse(value, e.Message);
            return null;
        }
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    // Levenshtein's distance, one row at a time; names of settings are short.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
