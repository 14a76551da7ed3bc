namespace Slipway.Server.Contract.Wire;

/// <summary>
/// The description of the interface knows no null here. The member can still be null: in a request, null is as good as left out,
/// and in an answer, what is null is left out.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NeverNull : Attribute;
