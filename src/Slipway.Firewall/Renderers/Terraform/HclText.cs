using System.Text;

namespace Slipway.Firewall.Renderers.Terraform;

/// <summary>Writes the part of the HashiCorp configuration language that resources need, in the layout of <c>terraform fmt</c>.</summary>
internal sealed class HclText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a block: its type and labels, then its content.</summary>
    public HclText Block(string head, Action<HclText> content)
    {
        if (_depth == 0 && _text.Length > 0)
            _text.Append('\n');
        Indent().Append(head).Append(" {\n");
        _depth++;
        content(this);
        _depth--;
        Indent().Append("}\n");
        return this;
    }

    /// <summary>Writes attributes with their equals signs in one column.</summary>
    public HclText Attributes(params (string Name, string Value)[] attributes)
    {
        var width = attributes.Max(a => a.Name.Length);
        foreach (var (name, value) in attributes)
            Indent().Append(name.PadRight(width)).Append(" = ").Append(value).Append('\n');
        return this;
    }

    /// <summary>Writes an attribute that is a list of texts, one on each line.</summary>
    public HclText List(string name, IEnumerable<string> values)
    {
        Indent().Append(name).Append(" = [\n");
        _depth++;
        foreach (var value in values)
            Indent().Append(Text(value)).Append(",\n");
        _depth--;
        Indent().Append("]\n");
        return this;
    }

    /// <summary>Writes a variable without a default, so that a value is required.</summary>
    public HclText Variable(string name, string description) =>
        Block($"variable {Text(name)}", v => v.Attributes(("type", "string"), ("description", Text(description))));

    /// <summary>Returns a text in quotes. Callers pass only characters that need no escape.</summary>
    public static string Text(string value) => $"\"{value}\"";

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private StringBuilder Indent() => _text.Append(' ', _depth * 2);
}
