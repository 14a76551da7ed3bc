using System.Globalization;
using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>
/// Determines which private members must be accessible to other classes of their package, and how. Class files since Java 11 let nest
/// mates (JVMS 5.4.4) reach each other's private members, and a lambda's class calls a private method of its host; the Android
/// runtime has no nests. Fields, constructors and static methods lose their private flag, which does not make them overridable. A
/// private instance method must not become overridable, so it gets a static accessor, or becomes static itself when it is the body of
/// a lambda that nothing else calls.
/// </summary>
internal sealed class AccessPlan
{
    private readonly ClassIndex _index;
    private readonly HashSet<PrivateMember> _reached = [];
    private readonly HashSet<PrivateMember> _called = [];

    private AccessPlan(ClassIndex index) => _index = index;

    public static AccessPlan For(IEnumerable<JavaClass> classes, ClassIndex index)
    {
        var plan = new AccessPlan(index);
        foreach (var javaClass in classes)
            plan.Scan(javaClass);
        return plan;
    }

    /// <summary>Whether a private member must lose its private flag.</summary>
    public bool MustWiden(JavaClass owner, JavaMethod method) =>
        IsReached(owner, method.Name, method.Descriptor) && ((method.Access & JavaAccessFlags.Static) != 0 || method.Name == "<init>" || BecomesStatic(owner, method));

    /// <summary>Whether a private field must lose its private flag.</summary>
    public bool MustWiden(JavaClass owner, JavaField field) => IsReached(owner, field.Name, field.Descriptor);

    /// <summary>Whether a private instance method must get a static accessor.</summary>
    public bool NeedsAccessor(JavaClass owner, JavaMethod method) =>
        IsReached(owner, method.Name, method.Descriptor) && !MustWiden(owner, method);

    /// <summary>Whether a private instance method, the body of a lambda, becomes static with its receiver as first parameter.</summary>
    public bool BecomesStatic(JavaClass owner, JavaMethod method)
    {
        const int bodyOfLambda = JavaAccessFlags.Private | JavaAccessFlags.Synthetic;
        return (method.Access & (bodyOfLambda | JavaAccessFlags.Static)) == bodyOfLambda
            && method.Name.StartsWith("lambda$", StringComparison.Ordinal)
            && IsReached(owner, method.Name, method.Descriptor)
            && !_called.Contains(new(owner.Name, method.Name, method.Descriptor))
            && ClassIndex.MethodOf(owner, method.Name, StaticDescriptor(owner.Name, method.Descriptor)) is null;
    }

    /// <summary>Returns the static method through which other classes call a private instance method; null when the method needs none.</summary>
    public MemberReference? StaticRoute(string owner, string name, string descriptor)
    {
        if (!_reached.Contains(new(owner, name, descriptor)) || _index.Compiled(owner) is not { } declaring)
            return null;
        if (ClassIndex.MethodOf(declaring, name, descriptor) is not { } method || MustWiden(declaring, method) && !BecomesStatic(declaring, method))
            return null;
        return new(owner, BecomesStatic(declaring, method) ? name : AccessorName(declaring, name, descriptor), StaticDescriptor(owner, descriptor), IsInterface(declaring));
    }

    /// <summary>Returns the name for the accessor of a private method: unused in the class, and different for each method.</summary>
    public static string AccessorName(JavaClass owner, string method, string descriptor)
    {
        var name = $"$$access${method}";
        var accessor = StaticDescriptor(owner.Name, descriptor);
        for (var i = 0; ClassIndex.MethodOf(owner, name, accessor) is not null; i++)
            name = $"$$access{i.ToString(CultureInfo.InvariantCulture)}${method}";
        return name;
    }

    public static string StaticDescriptor(string owner, string descriptor) =>
        JvmMethodType.Parse(descriptor).WithLeading(JvmType.FromName(owner)).ToString();

    private static bool IsInterface(JavaClass javaClass) => (javaClass.Access & JavaAccessFlags.Interface) != 0;

    private bool IsReached(JavaClass owner, string name, string descriptor) => _reached.Contains(new(owner.Name, name, descriptor));

    private void Scan(JavaClass from)
    {
        foreach (var method in from.Methods)
        {
            if (method.Code is null)
                continue;
            foreach (var instruction in method.Code.Instructions)
            {
                if (instruction.Symbol is MemberReference member)
                    NoteCall(from, member, instruction.Opcode);
                else if (instruction.Symbol is InvokeDynamicReference site)
                    NoteHandles(from, site);
            }
        }
    }

    private void NoteCall(JavaClass from, MemberReference member, JvmOpcode opcode)
    {
        if (member.Owner == from.Name)
        {
            if (opcode is JvmOpcode.Invokespecial or JvmOpcode.Invokevirtual or JvmOpcode.Invokeinterface)
                _called.Add(new(member.Owner, member.Name, member.Descriptor));
        }
        else if (_index.AreNestMates(from, member.Owner) && IsPrivate(member))
        {
            _reached.Add(new(member.Owner, member.Name, member.Descriptor));
            _called.Add(new(member.Owner, member.Name, member.Descriptor));
        }
    }

    private void NoteHandles(JavaClass from, InvokeDynamicReference site)
    {
        if (!LambdaSite.IsLambda(site))
            return;
        foreach (var handle in site.Arguments.OfType<MethodHandleConstant>())
        {
            if (_index.AreNestMates(from, handle.Member.Owner) && IsPrivate(handle.Member))
                _reached.Add(new(handle.Member.Owner, handle.Member.Name, handle.Member.Descriptor));
        }
    }

    private bool IsPrivate(MemberReference member)
    {
        if (_index.Compiled(member.Owner) is not { } owner)
            return false;
        var access = member.Descriptor.StartsWith('(')
            ? ClassIndex.MethodOf(owner, member.Name, member.Descriptor)?.Access
            : ClassIndex.FieldOf(owner, member.Name, member.Descriptor)?.Access;
        return (access & JavaAccessFlags.Private) == JavaAccessFlags.Private;
    }
}

/// <summary>A private field or method that code outside its class uses.</summary>
/// <param name="Owner">Internal name of the class that declares it.</param>
/// <param name="Name">Simple name.</param>
/// <param name="Descriptor">Type or method descriptor.</param>
internal readonly record struct PrivateMember(string Owner, string Name, string Descriptor);
