using Slipway.Build.Read;

namespace Slipway.Build.Plan;

/// <summary>A picture that an app names for its icon.</summary>
/// <param name="Setting">Path within what was given, or a data: address; and what names it.</param>
/// <param name="Group">Candidates of a higher group win, whatever their size.</param>
public sealed record IconCandidate(Setting Setting, int Group);
