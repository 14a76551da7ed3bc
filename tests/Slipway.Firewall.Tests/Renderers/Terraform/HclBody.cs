namespace Slipway.Firewall.Tests.Renderers.Terraform;

/// <summary>What is in a file or in a block.</summary>
internal sealed class HclBody
{
    public Dictionary<string, object> Attributes { get; } = [];

    public List<(string Type, List<string> Labels, HclBody Body)> Blocks { get; } = [];

    public IEnumerable<HclBody> Of(string type) => Blocks.Where(b => b.Type == type).Select(b => b.Body);

    public IEnumerable<HclBody> Resources(string type) => Blocks.Where(b => b.Type == "resource" && b.Labels[0] == type).Select(b => b.Body);

    public IEnumerable<string> Texts(string name) => Attributes.TryGetValue(name, out var value) ? ((List<object>)value).Cast<string>() : [];
}
