using System.Text;

namespace Slipway.Gateway.Firewall.Renderers.Terraform;

/// <summary>The little of the HashiCorp configuration language that resources need, laid out as <c>terraform fmt</c> does.</summary>
internal sealed class HclText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>A block: its type and labels, then its content.</summary>
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

    /// <summary>Attributes below each other; their signs are in one column.</summary>
    public HclText Attributes(params (string Name, string Value)[] attributes)
    {
        var width = attributes.Max(a => a.Name.Length);
        foreach (var (name, value) in attributes)
            Indent().Append(name.PadRight(width)).Append(" = ").Append(value).Append('\n');
        return this;
    }

    /// <summary>An attribute that is a list of texts, one a line.</summary>
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

    /// <summary>A variable without a default, which has to be given.</summary>
    public HclText Variable(string name, string description) =>
        Block($"variable {Text(name)}", v => v.Attributes(("type", "string"), ("description", Text(description))));

    /// <summary>A text in quotes. Only characters come here that need no escape.</summary>
    public static string Text(string value) => $"\"{value}\"";

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private StringBuilder Indent() => _text.Append(' ', _depth * 2);
}
