namespace Slipway.Server.Contract.Wire;

/// <summary>
/// The OpenAPI description does not allow null for this member. In code it can still be null: in a request, null means the same
/// as an omitted member, and an answer omits a member that is null.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NeverNull : Attribute;
