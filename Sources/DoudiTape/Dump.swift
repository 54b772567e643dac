internal import CVectorMath
extension TapeRunner {
  public func dump() {
    let names = ["fill","add","sub","mul","div","min","max","sqrt","floor","ceil","exp","log","erfc","ncdf","pow","roundup","selge","selgt","muladd","mulsub","subprod","addmul","submul","mulmul","addadd","maxprod","psum","pdiff"]
    print("slots", layout.slots, "kept inputs", inputSlots.count, "prologue", prologue.instructions.count)
    let p = programs[0]
    print("instr", p.instructions.count, "segments", p.segments.count, "constants", p.constants.count)
    var n = 0
    for (i, x) in p.instructions.enumerated() where i > 200 && i < 245 {
      print(i, names[Int(x.operation)], x.constants, x.result, x.a, x.b, x.c, x.e); n += 1
    }
  }
}
