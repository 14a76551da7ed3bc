using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>
/// Finds final fields that their class writes outside of its initialisers. Java virtual machines allow that below class version 53
/// (JVMS 9 6.5.putstatic), and Scala 2.11 writes static finals in constructors; on a device such a field must not be final.
/// </summary>
internal static class LateWrites
{
    private const int FirstVersionThatForbids = 53;

    /// <summary>Names and types of the fields.</summary>
    public static HashSet<(string Name, string Type)> Of(JavaClass owner)
    {
        var late = new HashSet<(string, string)>();
        if (owner.MajorVersion >= FirstVersionThatForbids || (owner.Access & JavaAccessFlags.Interface) != 0 || !owner.Fields.Exists(f => (f.Access & JavaAccessFlags.Final) != 0))
            return late;
        foreach (var method in owner.Methods)
        {
            foreach (var instruction in method.Code?.Instructions ?? [])
            {
                var isLate = instruction.Opcode == JvmOpcode.Putstatic && method.Name != "<clinit>" || instruction.Opcode == JvmOpcode.Putfield && method.Name != "<init>";
                if (isLate && instruction.Symbol is MemberReference field && field.Owner == owner.Name)
                    late.Add((field.Name, field.Descriptor));
            }
        }

        return late;
    }
}
