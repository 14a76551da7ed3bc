namespace Slipway.Firewall.Tests.Renderers.Terraform;

/// <summary>A name that stands for a value, such as var.network.</summary>
internal sealed record HclReference(string Name);
