extends Node

var speed := 4


func _ready() -> void:
	print(speed)
