using System.Globalization;
using System.Text.Json;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Configuration;

/// <summary>An object of the configuration. It returns settings by name and collects every problem instead of stopping at the first.</summary>
/// <param name="file">The name of the file, for messages.</param>
/// <param name="part">The object.</param>
/// <param name="problems">Receives the problems.</param>
internal sealed class GatewayConfigurationSection(string file, LocatedJson part, List<Problem> problems)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The place of the object, for messages.</summary>
    public string Place => PlaceOf(part);

    /// <summary>Returns a value as it is in the file; null when it is absent.</summary>
    public LocatedJson? Find(string name)
    {
        _known.Add(name);
        return part.Members.FirstOrDefault(m => m.Key == name).Value;
    }

    /// <summary>Returns the place of a value, for messages.</summary>
    public string PlaceOf(LocatedJson value) => value.Path.Length == 0 ? $"{file}:{value.Line}" : $"{file}:{value.Line} {value.Path}";

    /// <summary>Reads a text that is not empty.</summary>
    public string? Text(string name) => Find(name) is { } value ? TextOf(value) : null;

    /// <summary>Reads a text with a parser, which throws <see cref="FormatException"/> with the reason when the text is invalid.</summary>
    public T? Parsed<T>(string name, Func<string, T> parse)
        where T : class => Find(name) is { } value ? ParsedOf(value, parse) : null;

    /// <summary>Reads a list of texts with a parser.</summary>
    public IReadOnlyList<T> ParsedList<T>(string name, Func<string, T> parse)
        where T : class =>
        Find(name) is not { } value ? []
        : Is(value, JsonValueKind.Array, "a list") ? [.. value.Elements.Select(e => ParsedOf(e, parse)).OfType<T>()]
        : [];

    /// <summary>Reads a whole number.</summary>
    public int Number(string name, int least, int most, int otherwise)
    {
        if (Find(name) is not { } value)
            return otherwise;
        if (value.Kind == JsonValueKind.Number && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }
        Refuse(value, $"It has to be a whole number from {least} to {most}.");
        return otherwise;
    }

    /// <summary>Reads a boolean.</summary>
    public bool Flag(string name, bool otherwise)
    {
        if (Find(name) is not { } value)
            return otherwise;
        if (value.Kind is JsonValueKind.True or JsonValueKind.False)
            return value.Kind == JsonValueKind.True;
        Refuse(value, $"It has to be true or false, and is {Name(value.Kind)}.");
        return otherwise;
    }

    /// <summary>Reads an object within this one.</summary>
    public GatewayConfigurationSection? Section(string name) =>
        Find(name) is { } value && Is(value, JsonValueKind.Object, "an object") ? new GatewayConfigurationSection(file, value, problems) : null;

    /// <summary>Returns a section for an object within this one.</summary>
    public GatewayConfigurationSection Inside(LocatedJson value) => new(file, value, problems);

    /// <summary>Returns the text of a value. When the value is not a text, notes a problem and returns null.</summary>
    public string? TextOf(LocatedJson value)
    {
        if (!Is(value, JsonValueKind.String, "a text"))
            return null;
        if (value.Text.Length > 0)
            return value.Text;
        Refuse(value, "It is empty.");
        return null;
    }

    /// <summary>Returns whether a value is of a kind. When it is not, notes a problem.</summary>
    public bool Is(LocatedJson value, JsonValueKind kind, string name)
    {
        if (value.Kind == kind)
            return true;
        Refuse(value, $"It has to be {name}, and is {Name(value.Kind)}.");
        return false;
    }

    /// <summary>Notes that a value is invalid.</summary>
    public void Refuse(LocatedJson value, string reason) => problems.Add(GatewayProblems.SettingInvalid.At(PlaceOf(value), reason));

    /// <summary>Notes that the object as a whole is invalid.</summary>
    public void Refuse(string reason) => Refuse(part, reason);

    /// <summary>Notes every setting in the file that the reader did not ask for.</summary>
    public void End()
    {
        foreach (var (name, value) in part.Members.Where(m => !_known.Contains(m.Key)))
        {
            var near = _known.Where(k => k.Equals(name, StringComparison.OrdinalIgnoreCase) || Distance(k, name) <= 2).MinBy(k => Distance(k, name));
            problems.Add(GatewayProblems.SettingUnknown.At(PlaceOf(value),
                near is null
                    ? $"There is no setting {name} here; there are {string.Join(", ", _known)}."
                    : $"There is no setting {name}; {near} may be meant."));
        }
    }

    private T? ParsedOf<T>(LocatedJson value, Func<string, T> parse)
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

    // Levenshtein distance, one row at a time; names of settings are short.
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
